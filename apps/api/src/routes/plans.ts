import { archivePlan } from "@tenantry/core/plans/archive";
import { cancelMigration } from "@tenantry/core/plans/cancel-migration";
import { createPlan } from "@tenantry/core/plans/create";
import { createMigration } from "@tenantry/core/plans/create-migration";
import { duplicatePlan } from "@tenantry/core/plans/duplicate";
import { listPlans } from "@tenantry/core/plans/list";
import { listMigrations } from "@tenantry/core/plans/list-migrations";
import { previewMigration } from "@tenantry/core/plans/preview-migration";
import { publishPlan } from "@tenantry/core/plans/publish";
import { readPlan } from "@tenantry/core/plans/read";
import { restorePlan } from "@tenantry/core/plans/restore";
import { updatePlan } from "@tenantry/core/plans/update";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const terms = {
  prices: [
    { currency: "EUR", interval: "month" as const, amountMinor: 4_900 },
    { currency: "EUR", interval: "year" as const, amountMinor: 49_000 },
  ],
  meters: [
    {
      meter: "messages",
      includedUnits: 10_000,
      blockUnits: 1_000,
      softCapUnits: 12_000,
      hardCapUnits: 20_000,
      overages: [{ currency: "EUR", amountMinor: 400, costMinor: 150 }],
    },
  ],
};
const byId = { id: exampleIds.plan };

export const planRoutes = [
  operation({
    id: "listPlans",
    verb: listPlans,
    method: "get",
    path: "/plans",
    summary: "List plans with what they include: search, filter, sort, page",
    example: { search: "start", state: "live", sort: "name", limit: 25 },
  }),
  operation({
    id: "createPlan",
    verb: createPlan,
    method: "post",
    path: "/plans",
    summary: "Create a plan as a draft; amounts are in minor units of their currency",
    example: {
      name: "Scale",
      internalName: "Scale 2027",
      description: "For teams.",
      visibility: "all",
      terms,
    },
    status: 201,
  }),
  operation({
    id: "readPlan",
    verb: readPlan,
    method: "get",
    path: "/plans/{id}",
    summary: "Read one plan: its draft and every version",
    example: byId,
  }),
  operation({
    id: "updatePlan",
    verb: updatePlan,
    method: "patch",
    path: "/plans/{id}",
    summary: "Change a plan's names and visibility, and save terms as its draft",
    example: { ...byId, name: "Scale up", description: "For teams.", visibility: "none", terms },
    status: 204,
  }),
  operation({
    id: "publishPlan",
    verb: publishPlan,
    method: "post",
    path: "/plans/{id}/publish",
    summary: "Publish a plan's draft as its next version; whoever is on an earlier one stays there",
    example: byId,
  }),
  operation({
    id: "duplicatePlan",
    verb: duplicatePlan,
    method: "post",
    path: "/plans/{id}/duplicate",
    summary: "Make a new plan of what this one says",
    example: { ...byId, name: "Scale, copy" },
    status: 201,
  }),
  operation({
    id: "archivePlan",
    verb: archivePlan,
    method: "post",
    path: "/plans/{id}/archive",
    summary: "Take a plan out of every choice; whoever is on it stays",
    example: byId,
  }),
  operation({
    id: "restorePlan",
    verb: restorePlan,
    method: "post",
    path: "/plans/{id}/restore",
    summary: "Bring an archived plan back",
    example: { id: exampleIds.archivedPlan },
  }),
  operation({
    id: "listPlanMigrations",
    verb: listMigrations,
    method: "get",
    path: "/plans/{id}/migrations",
    summary: "List a plan's migrations, done and to come",
    example: byId,
  }),
  operation({
    id: "previewPlanMigration",
    verb: previewMigration,
    method: "post",
    path: "/plans/{id}/migrations/preview",
    summary: "See whom a migration to the current version would move, with before and after",
    example: { id: exampleIds.outdatedPlan, filter: { versions: [1], type: "own_plans" } },
  }),
  operation({
    id: "createPlanMigration",
    verb: createMigration,
    method: "post",
    path: "/plans/{id}/migrations",
    summary: "Move resellers to a plan's current version on a day to come; it can be undone until then",
    example: { id: exampleIds.outdatedPlan, day: "2099-01-01", filter: {} },
    status: 201,
  }),
  operation({
    id: "cancelPlanMigration",
    verb: cancelMigration,
    method: "post",
    path: "/plan-migrations/{id}/cancel",
    summary: "Undo a migration before its day",
    example: { id: exampleIds.planMigration },
  }),
];
