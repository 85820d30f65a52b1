import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { listResellerCountries } from "@tenantry/core/resellers/countries";
import { listResellers } from "@tenantry/core/resellers/list";
import { listSavedViews } from "@tenantry/core/saved-views/list";
import { usageByReseller, usageOverview } from "@tenantry/core/usage/index";
import { attentionOf } from "../attention/items.server.ts";
import { summaryOf } from "../plans/summary.server.ts";
import { addressWith, type ListAddress, questionOf } from "./list-address.server.ts";
import { overviewOf } from "./overview.server.ts";
import type { ResellerRights } from "./types.ts";

const perPage = 25;

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** Everything the list's page shows, in one transaction. */
export async function readList(ctx: Ctx, address: ListAddress) {
  const filter = { ...questionOf(address), limit: perPage, cursor: address.cursor };
  const [page, overview, { plans }, { countries }, { views }, attention] = await readTogether(ctx, (ask) =>
    Promise.all([
      ask(listResellers, filter).then(async (found) => ({ ...found, figures: await figuresOf(ask, found) })),
      ask(usageOverview, {}),
      ask(listPlans, { state: "all" }),
      ask(listResellerCountries, {}),
      ask(listSavedViews, { list: "resellers" }),
      attentionOf(ask, isNarrowed(address)),
    ]),
  );
  // A reseller has what its version says, whatever the plan has become since.
  const byVersion = new Map(
    plans.flatMap((plan) =>
      plan.versions.map(({ id, allowances }) => [id, summaryOf({ ...plan, allowances })] as const),
    ),
  );
  return {
    attention,
    rows: page.resellers.map((row) => ({
      ...row,
      plan: (row.planVersionId && byVersion.get(row.planVersionId)) || null,
      ...page.figures(row.id),
    })),
    plans: plans.map(({ id, name }) => ({ id, name })),
    countries: countries.map((code) => ({ code, name: names.of(code) ?? code })),
    saved: views.map(({ question, ...view }) => ({ ...view, to: `/resellers?${question}` })),
    overview: overviewOf(overview, addressWith({}, { status: "active" })),
    paging: {
      perPage,
      next: page.next ? addressWith(address, { cursor: page.next }) : undefined,
      previous: page.previous ? addressWith(address, { cursor: page.previous }) : undefined,
    },
  };
}

/** Where the list is looked through, what needs somebody would only stand in the way. */
function isNarrowed({ sort: _, ...narrowing }: ListAddress): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}

type Page = Awaited<ReturnType<typeof listResellers>>;

/** Customers, use and last activity of a page's resellers, read for all of them at once. */
export async function figuresOf(ask: Ask, { resellers }: Page) {
  const ids = resellers.map(({ id }) => id);
  const found = ids.length > 0 ? (await ask(usageByReseller, { ids })).resellers : [];
  const byId = new Map(found.map((figures) => [figures.id, figures]));
  return (id: string) => {
    const { customers = 0, used = 0, included = null, lastSeenAt = null } = byId.get(id) ?? {};
    return { customers, used, included, lastSeenAt };
  };
}

/** What this person may do with resellers. */
export function rightsOf({ actor }: Ctx): ResellerRights {
  return {
    create: may(actor, "reseller.create"),
    edit: may(actor, "reseller.update"),
    toggle: may(actor, "reseller.deactivate"),
    archive: may(actor, "reseller.archive"),
    erase: may(actor, "reseller.erase"),
  };
}
