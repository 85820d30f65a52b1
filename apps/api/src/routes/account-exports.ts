import { beginExport } from "@tenantry/core/account-exports/begin";
import { operation } from "./operation.ts";

export const accountExportRoutes = [
  operation({
    id: "beginExport",
    verb: beginExport,
    method: "post",
    path: "/account-exports",
    summary:
      "Say that you take everything away, and learn which lists that is; each is read page by page by its own operation",
    example: {},
    status: 201,
  }),
];
