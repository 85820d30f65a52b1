import { createDispute } from "@tenantry/core/commission-disputes/create";
import { settleDispute } from "@tenantry/core/commission-disputes/settle";
import { withdrawDispute } from "@tenantry/core/commission-disputes/withdraw";
import { listCommissions } from "@tenantry/core/commissions/list";
import { readCommission } from "@tenantry/core/commissions/read";
import { readRate } from "@tenantry/core/commissions/read-rate";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { summarizeCommissions } from "@tenantry/core/commissions/summary";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const ofLine = { id: exampleIds.commission };
const dispute = { id: exampleIds.commissionDispute };
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
    id: "readCommission",
    verb: readCommission,
    method: "get",
    path: "/commissions/{id}",
    summary: "Read one decision with everything else about its line, and what was disputed",
    example: ofLine,
  }),
  operation({
    id: "createCommissionDispute",
    verb: createDispute,
    method: "post",
    path: "/commissions/{id}/disputes",
    summary: "Dispute what a line brought: no payout takes it until the agency has answered",
    example: { id: exampleIds.undisputedCommission, reason: "The customer's own rate is 15 %" },
    status: 201,
  }),
  operation({
    id: "withdrawCommissionDispute",
    verb: withdrawDispute,
    method: "post",
    path: "/commission-disputes/{id}/withdraw",
    summary: "Take a dispute back: the line goes out as it stands",
    example: dispute,
  }),
  operation({
    id: "settleCommissionDispute",
    verb: settleDispute,
    method: "post",
    path: "/commission-disputes/{id}/settle",
    summary: "Answer a dispute: let the line stand, or adjust what it comes to",
    example: { ...dispute, answer: "The rate was agreed on 1 March", amountMinor: 0 },
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
