import type { z } from "zod";
import type { PlanRow } from "./rows-sql.ts";
import type { allowance, listedPlan, planDetail, plan as planSchema } from "./schemas.ts";
import { noTerms, type Terms, terms } from "./terms.ts";

export function allowancesOf({ meters }: Terms): z.output<typeof allowance>[] {
  return meters.map(({ meter, includedUnits }) => ({ meter, includedUnits }));
}

/** A plan as lists show it. `counts` = the caller may know how many resellers are on it. */
export function listed(row: PlanRow, counts: boolean): z.output<typeof listedPlan> {
  const { id, name, internalName, description, isDefault, visibility, createdAt, archivedAt } = row;
  const current = row.versions.find(({ number }) => number === row.currentVersion);
  const currentTerms = current?.terms ?? noTerms;
  const onIt = row.versions.reduce((sum, version) => sum + version.resellers, 0);
  return {
    ...{ id, name, internalName, description, isDefault, visibility, createdAt, archivedAt },
    version: current?.number ?? null,
    allowances: allowancesOf(currentTerms),
    prices: currentTerms.prices,
    hasDraft: row.draft !== null,
    versions: row.versions.map(({ id: versionId, number, publishedAt, terms: said }) => ({
      ...{ id: versionId, number, publishedAt },
      prices: said.prices,
      allowances: allowancesOf(said),
    })),
    resellers: counts ? Math.min(onIt, 1_000) : null,
  };
}

/** A plan whole. */
export function detailed(
  row: PlanRow,
  counts: boolean,
  audience: z.output<typeof planDetail>["audience"],
): Omit<z.output<typeof planDetail>, "includedTaxBps"> {
  return {
    ...listed(row, counts),
    draft: row.draft && terms.parse(known(row.draft)),
    updatedAt: row.updatedAt,
    versions: row.versions.map((version) => ({ ...version, resellers: counts ? version.resellers : null })),
    audience,
  };
}

/** A draft was written by this code or an earlier one: what it no longer knows falls away. */
function known({ prices, meters }: Terms) {
  return { prices, meters };
}

/** A plan of the agency in one version, as the database's functions give it to those below. */
export interface ShownPlan {
  id: string;
  version_id: string;
  version: number;
  name: string;
  description: string;
  is_default: boolean;
  prices: Terms["prices"];
  meters: Terms["meters"];
}

/** A row of app.published_plans(). */
export interface PublishedRow extends ShownPlan {
  [column: string]: unknown;
  pinned: boolean;
  publishedAt: string;
}

/** A plan of the agency as a reseller sees it: nothing of what is only the agency's. */
export function published(row: PublishedRow): Omit<z.output<typeof planDetail>, "includedTaxBps"> {
  const { id, name, description, prices, meters, version: number, publishedAt } = row;
  return {
    ...summary(row),
    ...{ id, name, description, prices, internalName: "", visibility: "all", hasDraft: false, draft: null },
    ...{ createdAt: publishedAt, updatedAt: publishedAt, archivedAt: null, resellers: null, audience: [] },
    versions: [{ id: row.version_id, number, publishedAt, terms: { prices, meters }, resellers: null }],
  };
}

/** The version a reseller is on, as `pinned` of its lists. */
export function summary(row: ShownPlan): z.output<typeof planSchema> & { terms: Terms } {
  const { id, name, description, version, prices, meters } = row;
  const said = { prices, meters };
  return {
    ...{ id, name, description, version, isDefault: row.is_default },
    allowances: allowancesOf(said),
    terms: said,
  };
}
