import { accounts } from "@tenantry/db/schema";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { findResellersInNeed } from "../attention/reseller-needs.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import type { Run } from "../kernel/verb.ts";
import { storedStatus } from "../tenancy/stop-modes.ts";
import { mostItems, type startInput } from "./schemas.ts";

type Asked = z.output<typeof startInput>;

/**
 * The live resellers that are meant and whose portal the action would lock or open, by name. Those whose sales or whole
 * business was stopped are left as they are: such a decision was about one, and is not undone by the dozen.
 */
export async function chosenResellers(run: Run, { action, resellers }: Asked): Promise<string[]> {
  const { tx, ctx } = run;
  const wanted =
    "ids" in resellers
      ? [inArray(accounts.id, resellers.ids)]
      : [...matching(resellers.matching), await needing(run, resellers.matching)];
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.kind, "reseller"),
        isNull(accounts.archivedAt),
        eq(accounts.status, action === "activate" ? "locked" : "active"),
        ...wanted,
      ),
    )
    .orderBy(asc(accounts.nameCi), asc(accounts.id))
    .limit(mostItems);
  return rows.map(({ id }) => id);
}

type Matching = Extract<Asked["resellers"], { matching: unknown }>["matching"];

/** The list narrowed to those that need somebody. */
async function needing(run: Run, { needs }: Matching): Promise<SQL | undefined> {
  return needs && inArray(accounts.id, await findResellersInNeed(run, needs, mostItems));
}

/** What the list's search and filters say, as conditions; the list of deleted ones holds nothing to act on. */
function matching({ search, status, type, planId, country }: Matching): (SQL | undefined)[] {
  const extension = (condition: SQL) =>
    sql`exists (select from resellers r where r.agency_id = ${accounts.agencyId} and r.id = ${accounts.id} and ${condition})`;
  return [
    status === "archived" ? sql`false` : status && eq(accounts.status, storedStatus(status)),
    country ? eq(accounts.country, country) : undefined,
    search ? sql`${accounts.search} like ${likePattern(search)}` : undefined,
    type ? extension(sql`r.type = ${type}`) : undefined,
    planId ? extension(sql`r.plan_id = ${planId}`) : undefined,
  ];
}
