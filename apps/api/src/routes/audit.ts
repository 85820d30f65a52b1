import { listAudit } from "@tenantry/core/audit/list";
import { readAudit } from "@tenantry/core/audit/read";
import { verifyAudit } from "@tenantry/core/audit/verify";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const auditRoutes = [
  operation({
    id: "listAuditEntries",
    verb: listAudit,
    method: "get",
    path: "/audit-entries",
    summary: "List what was changed, by whom: search, filter by action and days, page",
    example: { search: "Olga", action: "reseller.create", from: "2026-01-01", sort: "-at", limit: 25 },
  }),
  operation({
    id: "readAuditEntry",
    verb: readAudit,
    method: "get",
    path: "/audit-entries/{id}",
    summary: "Read one change: who, from where, before and after",
    example: { id: exampleIds.auditEntry },
  }),
  operation({
    id: "verifyAuditChain",
    verb: verifyAudit,
    method: "get",
    path: "/audit-chain",
    summary: "Check that no entry of the audit log was changed, removed, inserted or moved",
    example: { after: 0 },
  }),
];
