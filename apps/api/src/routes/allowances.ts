import { listAllowances } from "@tenantry/core/allowances/list";
import { previewAllowanceChange } from "@tenantry/core/allowances/preview";
import { readAllowances } from "@tenantry/core/allowances/read";
import { removeAllowance } from "@tenantry/core/allowances/remove";
import { returnAllowance } from "@tenantry/core/allowances/return";
import { setAllowance } from "@tenantry/core/allowances/set";
import { updateAllowancePool } from "@tenantry/core/allowances/update-pool";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const ofChild = { accountId: exampleIds.allowanceChild, meter: "messages" };
const given = { ...ofChild, mode: "guaranteed" as const, units: 25 };

export const allowanceRoutes = [
  operation({
    id: "listAllowances",
    verb: listAllowances,
    method: "get",
    path: "/allowances",
    summary: "List what an account has given its children of a meter: allocated, taken and free",
    example: { meter: "messages", mode: "guaranteed", sort: "name", limit: 25 },
  }),
  operation({
    id: "readAllowances",
    verb: readAllowances,
    method: "get",
    path: "/allowances/{accountId}",
    summary: "Read what one account has of every meter, what it has given on, and what was used",
    example: { accountId: exampleIds.allowanceChild },
  }),
  operation({
    id: "previewAllowance",
    verb: previewAllowanceChange,
    method: "post",
    path: "/allowances/{accountId}/{meter}/preview",
    summary: "See what giving a child so much would come to, and the least and the most that would do",
    example: given,
  }),
  operation({
    id: "setAllowance",
    verb: setAllowance,
    method: "patch",
    path: "/allowances/{accountId}/{meter}",
    summary: "Give a child units of a meter for each month: a guaranteed slice, or up to a limit of the pool",
    example: given,
  }),
  operation({
    id: "returnAllowance",
    verb: returnAllowance,
    method: "post",
    path: "/allowances/{accountId}/{meter}/return",
    summary: "Take back what a child does not use; used units stay given",
    example: ofChild,
  }),
  operation({
    id: "removeAllowance",
    verb: removeAllowance,
    method: "delete",
    path: "/allowances/{accountId}/{meter}",
    summary: "Take an allowance away; only what stands above it limits the child from then on",
    example: ofChild,
  }),
  operation({
    id: "updateAllowancePool",
    verb: updateAllowancePool,
    method: "patch",
    path: "/allowance-pools/{meter}",
    summary: "Choose how far more is promised than there is, and for an agency how much there is",
    example: { meter: "messages", ratioPercent: 150 },
  }),
];
