import { createApiKey } from "@tenantry/core/api-keys/create";
import { listApiKeys } from "@tenantry/core/api-keys/list";
import { readApiKey } from "@tenantry/core/api-keys/read";
import { revokeApiKey } from "@tenantry/core/api-keys/revoke";
import { rotateApiKey } from "@tenantry/core/api-keys/rotate";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const apiKeyRoutes = [
  operation({
    id: "listApiKeys",
    verb: listApiKeys,
    method: "get",
    path: "/api-keys",
    summary: "List your account's API keys: search, filter, sort, page",
    example: { search: "sync", state: "active", sort: "name", limit: 25 },
  }),
  operation({
    id: "readApiKey",
    verb: readApiKey,
    method: "get",
    path: "/api-keys/{id}",
    summary: "Read one API key",
    example: { id: exampleIds.apiKey },
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
    id: "rotateApiKey",
    verb: rotateApiKey,
    method: "post",
    path: "/api-keys/{id}/rotate",
    summary: "Give an API key a new secret; the old one goes on for the hours you choose",
    example: { id: exampleIds.apiKey, overlapHours: 24 },
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
