import { listDelegations } from "@tenantry/core/delegations/list";
import { missingRight, type Right } from "@tenantry/core/delegations/rules";
import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { listResellerCountries } from "@tenantry/core/resellers/countries";
import { listResellers } from "@tenantry/core/resellers/list";
import { listSavedViews } from "@tenantry/core/saved-views/list";
import { stopModes } from "@tenantry/core/tenancy/stop-modes";
import { usageByReseller, usageOverview } from "@tenantry/core/usage/index";
import { attentionOf } from "../attention/items.server.ts";
import { summaryOf } from "../plans/summary.server.ts";
import { addressWith, type ListAddress, questionOf } from "./list-address.server.ts";
import { overviewOf } from "./overview.server.ts";
import type { ResellerRights } from "./types.ts";

const perPage = 25;

/** The lists that the cards open. */
const behindCards = { active: addressWith({}, { status: "active" }), all: addressWith({}, {}) };

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** Everything the list's page shows, in one transaction. */
export async function readList(ctx: Ctx, address: ListAddress) {
  const filter = { ...questionOf(address), limit: perPage, cursor: address.cursor };
  const [page, overview, { plans }, { countries }, { uplines }, { views }, attention] = await readTogether(
    ctx,
    (ask) =>
      Promise.all([
        ask(listResellers, filter).then(async (found) => ({
          ...found,
          figures: await figuresOf(ask, found),
        })),
        ask(usageOverview, {}),
        ask(listPlans, { state: "all" }),
        ask(listResellerCountries, {}),
        ask(listDelegations, {}),
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
    countries: named(countries),
    uplines: uplines.map(({ id, name }) => ({ id, name })),
    room: undefined,
    saved: views.map(({ question, ...view }) => ({ ...view, to: `/resellers?${question}` })),
    overview: overviewOf(overview, behindCards),
    paging: pagingOf(address, page),
  };
}

/** The same for an upline: its resellers, without what only an agency has. */
export async function readListBeneath(ctx: Ctx & { tenant: Tenant }, address: ListAddress) {
  const filter = { ...questionOf(address), limit: perPage, cursor: address.cursor };
  const [page, overview, { countries }] = await readTogether(
    ctx,
    (ask) =>
      Promise.all([
        ask(listResellers, filter).then(async (found) => ({
          ...found,
          figures: await figuresOf(ask, found),
        })),
        ask(usageOverview, {}),
        ask(listResellerCountries, {}),
      ]),
    { beneath: true },
  );
  const { resellers = 0, maximum = null } = ctx.tenant.delegation ?? {};
  return {
    attention: [],
    rows: page.resellers.map((row) => ({
      ...row,
      plan:
        row.planId && row.planName
          ? { id: row.planId, name: row.planName, description: "", allowances: [] }
          : null,
      ...page.figures(row.id),
    })),
    plans: [],
    countries: named(countries),
    uplines: [],
    room: { resellers, maximum },
    saved: undefined,
    overview: overviewOf(overview, behindCards),
    paging: pagingOf(address, page),
  };
}

function named(countries: string[]) {
  return countries.map((code) => ({ code, name: names.of(code) ?? code }));
}

function pagingOf(address: ListAddress, { next, previous }: Page) {
  const at = (cursor: string | null) => (cursor ? addressWith(address, { cursor }) : undefined);
  return { perPage, next: at(next), previous: at(previous) };
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

/** What this person may do with resellers: by role, and on an upline's host by its ceiling as well. */
export function rightsOf({ actor, tenant }: Ctx & { tenant: Tenant }): ResellerRights {
  const ofAgency = tenant.kind === "agency";
  const held = (right: Right) => ofAgency || missingRight(tenant.delegation, right) === undefined;
  const given = ofAgency ? stopModes : (tenant.delegation?.stopModes ?? []);
  return {
    ofAgency,
    stopModes: may(actor, "reseller.deactivate") ? given : [],
    create: may(actor, "reseller.create") && held("create"),
    edit: may(actor, "reseller.update") && held("edit"),
    // The row's switch is the portal's lock.
    toggle: may(actor, "reseller.deactivate") && given.includes("inactive"),
    archive: may(actor, "reseller.archive") && held("archive"),
    erase: ofAgency && may(actor, "reseller.erase"),
  };
}
