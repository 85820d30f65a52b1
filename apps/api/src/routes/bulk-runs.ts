import { previewBulkRun } from "@tenantry/core/bulk/preview";
import { readBulkRun } from "@tenantry/core/bulk/read";
import { startBulkRun } from "@tenantry/core/bulk/start";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const example = { action: "deactivate", resellers: { ids: [exampleIds.reseller] } };

export const bulkRunRoutes = [
  operation({
    id: "previewBulkRun",
    verb: previewBulkRun,
    method: "post",
    path: "/bulk-runs/preview",
    summary:
      "Say in numbers whom opening or locking many resellers' portals, or a change of their plan, would touch",
    example,
  }),
  operation({
    id: "startBulkRun",
    verb: startBulkRun,
    method: "post",
    path: "/bulk-runs",
    summary:
      "Open or lock the portals of many resellers, or change their plan: named one by one or found by a search",
    example,
    status: 201,
  }),
  operation({
    id: "readBulkRun",
    verb: readBulkRun,
    method: "get",
    path: "/bulk-runs/{id}",
    summary: "Read how far a run has come and what was refused",
    example: { id: exampleIds.bulkRun },
  }),
];
