import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { query, type Run } from "../kernel/verb.ts";
import { taxedSellers } from "../legal-entities/prices.ts";
import { rulesOf } from "../resellers/rules.ts";
import { ownType } from "./owner.ts";
import { publishedPlans } from "./published.ts";
import { type PlanRow, planRows } from "./rows-sql.ts";
import { listInput, planPage } from "./schemas.ts";
import { listed, published, summary } from "./shape.ts";

type Filter = z.output<typeof listInput>;
type Page = z.output<typeof planPage>;

/**
 * Plans with what they include: the agency's own for its people; a reseller's own where it sells under such; else the
 * agency's plans that are published to it. `next` and `previous` are cursors.
 */
export const listPlans = query("plan.list", {
  input: listInput,
  output: planPage,
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async (run, filter) => {
    if (run.ctx.scope.kind === "agency") return { ...(await ownPlans(run, filter)), pinned: null };
    const type = await ownType(run);
    const seen = await publishedPlans(run.tx);
    const own = seen.find(({ pinned }) => pinned);
    const includedTaxBps = (await taxedSellers(run.tx)).get(run.ctx.tenant.agencyId) ?? 0;
    const pinned = own ? { ...summary(own), includedTaxBps } : null;
    if (type && rulesOf(type).managesPlans) return { ...(await ownPlans(run, filter)), pinned };
    return { plans: catalogue(seen, filter), next: null, previous: null, includedTaxBps, pinned };
  },
});

/** Those published to a reseller are tens at most: one page. */
function catalogue(seen: Awaited<ReturnType<typeof publishedPlans>>, { search = "", state }: Filter) {
  const wanted = search.toLowerCase();
  return seen
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .filter(() => state !== "archived" && state !== "unpublished")
    .map((row) => {
      const whole = published(row);
      return {
        ...whole,
        versions: whole.versions.map(({ terms, ...version }) => ({
          ...version,
          prices: terms.prices,
          allowances: whole.allowances,
        })),
      };
    });
}

async function ownPlans(run: Run, filter: Filter): Promise<Omit<Page, "pinned">> {
  const { tx, ctx } = run;
  const ofAgency = ctx.scope.kind === "agency";
  const ownerId = ofAgency ? (filter.accountId ?? ctx.tenant.agencyId) : ctx.scope.account;
  const place = placeOf(run, filter);
  const backwards = place?.direction === "previous";
  const descending = filter.sort.startsWith("-");
  const ascending = descending === backwards;
  const column = filter.sort.endsWith("name") ? sql`p.name_ci` : sql`p.created_at`;
  const conditions = [sql`p.reseller_id = ${ownerId}`, ...narrowed(filter)];
  if (place) {
    const key = filter.sort.endsWith("name") ? sql`${place.key}::text` : sql`${place.key}::timestamptz`;
    const beyond = ascending ? sql`>` : sql`<`;
    conditions.push(sql`(${column}, p.id) ${beyond} (${key}, ${place.id}::uuid)`);
  }
  const order = ascending ? sql`asc` : sql`desc`;
  const tail = sql`order by ${column} ${order}, p.id ${order} limit ${filter.limit + 1}`;
  const { rows: found } = await tx.execute<PlanRow>(planRows(ctx.tenant.agencyId, conditions, tail));
  const more = found.length > filter.limit;
  const rows = found.slice(0, filter.limit);
  if (backwards) rows.reverse();
  return {
    plans: rows.map((row) => listed(row, ofAgency)),
    includedTaxBps: (await taxedSellers(tx)).get(ownerId) ?? 0,
    next: cursorAt(run, filter, "next", backwards || more ? rows.at(-1) : undefined),
    previous: cursorAt(run, filter, "previous", (backwards ? more : place) ? rows[0] : undefined),
  };
}

function narrowed({ search, state, visibility }: Filter): SQL[] {
  const conditions: SQL[] = [];
  if (state === "archived") conditions.push(sql`p.archived_at is not null`);
  else if (state !== "all") conditions.push(sql`p.archived_at is null`);
  if (state === "live") conditions.push(sql`p.current_version is not null`);
  if (state === "unpublished") conditions.push(sql`p.draft is not null`);
  if (visibility) conditions.push(sql`p.visibility = ${visibility}`);
  if (search) {
    const pattern = likePattern(search);
    conditions.push(sql`(p.name_ci like ${pattern} or lower(p.internal_name) like ${pattern})`);
  }
  return conditions;
}

interface Place {
  direction: "next" | "previous";
  key: string;
  id: string;
}

function placeOf(run: Run, filter: Filter): Place | undefined {
  if (!filter.cursor) return undefined;
  const { secret } = run.ctx.app.config;
  const values = openCursor(secret, binding(run, filter), filter.cursor);
  const [direction, key, id] = values as [Place["direction"], string, string];
  return { direction, key, id };
}

function cursorAt(
  run: Run,
  filter: Filter,
  direction: Place["direction"],
  row: PlanRow | undefined,
): string | null {
  if (!row) return null;
  const key = filter.sort.endsWith("name") ? row.nameCi : row.createdAt;
  return signCursor(run.ctx.app.config.secret, binding(run, filter), [direction, key, row.id]);
}

/** A cursor is good for the tenant, filter and order it was made under, and for no other. */
function binding({ ctx }: Run, { cursor: _, limit: __, ...question }: Filter): string {
  return `plan.list ${ctx.scope.agency} ${ctx.scope.account} ${JSON.stringify(question, Object.keys(question).sort())}`;
}
