import { listCommissions } from "@tenantry/core/commissions/list";
import { readRate } from "@tenantry/core/commissions/read-rate";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { summarizeCommissions } from "@tenantry/core/commissions/summary";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const ofPlan = { subject: "plan", id: exampleIds.plan };

export const commissionRoutes = [
  operation({
    id: "listCommissions",
    verb: listCommissions,
    method: "get",
    path: "/commissions",
    summary: "List what each paid line brought its reseller, with how it was reckoned",
    example: { state: "pending", outcome: "created", sort: "-at", limit: 25 },
  }),
  operation({
    id: "summarizeCommissions",
    verb: summarizeCommissions,
    method: "get",
    path: "/commissions/summary",
    summary: "Add up what waits and what can be paid out, by currency",
    example: {},
  }),
  operation({
    id: "readCommissionRate",
    verb: readRate,
    method: "get",
    path: "/commission-rates/{subject}/{id}",
    summary: "Read the rate of a customer, a reseller or a plan, and what counts there",
    example: ofPlan,
  }),
  operation({
    id: "setCommissionRate",
    verb: setRate,
    method: "post",
    path: "/commission-rates/{subject}/{id}",
    summary: "Set a rate from now on, in basis points; null takes it away",
    example: { ...ofPlan, rateBps: 1_250 },
    status: 204,
  }),
];
