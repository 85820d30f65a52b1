import { listAttention } from "@tenantry/core/attention/list";
import { operation } from "./operation.ts";

export const attentionRoutes = [
  operation({
    id: "listAttention",
    verb: listAttention,
    method: "get",
    path: "/attention",
    summary: "List what needs somebody, with how many of each",
    example: {},
  }),
];
