import { createApiKey } from "@tenantry/core/api-keys/create";
import { listApiKeys } from "@tenantry/core/api-keys/list";
import { revokeApiKey } from "@tenantry/core/api-keys/revoke";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const apiKeyRoutes = [
  operation({
    id: "listApiKeys",
    verb: listApiKeys,
    method: "get",
    path: "/api-keys",
    summary: "List your account's API keys",
    example: {},
  }),
  operation({
    id: "createApiKey",
    verb: createApiKey,
    method: "post",
    path: "/api-keys",
    summary: "Make an API key; its text is in this answer only",
    example: { name: "Billing sync", scopes: ["resellers:read"], expiresInDays: 90 },
    status: 201,
  }),
  operation({
    id: "revokeApiKey",
    verb: revokeApiKey,
    method: "delete",
    path: "/api-keys/{id}",
    summary: "Revoke an API key at once",
    example: { id: exampleIds.apiKey },
    status: 204,
  }),
];
