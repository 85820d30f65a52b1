import { readAccess } from "@tenantry/core/access/read";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const accessRoutes = [
  operation({
    id: "readAccess",
    verb: readAccess,
    method: "get",
    path: "/access/{account}",
    summary: "Ask whether an account may be served now, with its plan and what that includes",
    example: { account: exampleIds.reseller },
  }),
];
