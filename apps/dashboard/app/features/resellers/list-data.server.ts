import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { listResellers } from "@tenantry/core/resellers/list";
import { usageOverview } from "@tenantry/core/usage/index";
import { summaryOf } from "../plans/summary.server.ts";
import { addressWith, type ListAddress } from "./list-address.server.ts";
import { overviewOf } from "./overview.server.ts";
import type { ResellerRights } from "./types.ts";

const perPage = 25;

/** Everything the list's page shows, in one transaction. */
export async function readList(ctx: Ctx, address: ListAddress) {
  const { q: search, status, type, plan: planId, sort, cursor } = address;
  const filter = { search, status, type, planId, sort, limit: perPage, cursor };
  const [page, overview, { plans }] = await readTogether(ctx, (ask) =>
    Promise.all([ask(listResellers, filter), ask(usageOverview, {}), ask(listPlans, {})]),
  );
  const byId = new Map(plans.map((plan) => [plan.id, summaryOf(plan)]));
  return {
    rows: page.resellers.map((row) => ({
      ...row,
      plan: (row.planId && byId.get(row.planId)) || null,
    })),
    plans: plans.map(({ id, name }) => ({ id, name })),
    overview: overviewOf(overview, addressWith({}, { status: "active" })),
    paging: {
      perPage,
      next: page.next ? addressWith(address, { cursor: page.next }) : undefined,
      previous: page.previous ? addressWith(address, { cursor: page.previous }) : undefined,
    },
  };
}

/** What this person may do with resellers. */
export function rightsOf({ actor }: Ctx): ResellerRights {
  return {
    create: may(actor, "reseller.create"),
    edit: may(actor, "reseller.update"),
    toggle: may(actor, "reseller.deactivate"),
    archive: may(actor, "reseller.archive"),
  };
}
