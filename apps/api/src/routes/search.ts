import { findAnywhere } from "@tenantry/core/search/find";
import { operation } from "./operation.ts";

export const searchRoutes = [
  operation({
    id: "search",
    verb: findAnywhere,
    method: "get",
    path: "/search",
    summary: "Find resellers and customers by name, e-mail, code, external id or login domain",
    example: { search: "lindenhof", limit: 6 },
  }),
];
