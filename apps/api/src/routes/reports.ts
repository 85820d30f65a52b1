import { reportLeakage } from "@tenantry/core/reports/leakage";
import { listReport } from "@tenantry/core/reports/list";
import { reportRevenue } from "@tenantry/core/reports/revenue";
import { operation } from "./operation.ts";

const november = { from: "2026-11-01", to: "2026-11-30", sold: "own" };

export const reportRoutes = [
  operation({
    id: "reportRevenue",
    verb: reportRevenue,
    method: "get",
    path: "/reports/revenue",
    summary:
      "Add up what was invoiced, paid and earned on some days, beside the days before, by currency and month",
    example: november,
  }),
  operation({
    id: "listReport",
    verb: listReport,
    method: "get",
    path: "/reports/revenue/accounts",
    summary: "The same sums for each customer or reseller",
    example: { ...november, by: "customer", sort: "-revenue", limit: 25 },
  }),
  operation({
    id: "reportLeakage",
    verb: reportLeakage,
    method: "get",
    path: "/reports/leakage",
    summary:
      "List what runs and was not billed, was billed and did not run, was billed otherwise, or is long unpaid",
    example: { kind: "unpaid_over_days", days: 30, sort: "since", limit: 25 },
  }),
];
