import { sql } from "drizzle-orm";
import type { z } from "zod";
import { monthOf } from "../kernel/clock.ts";
import { fieldError } from "../kernel/errors.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query, type Run } from "../kernel/verb.ts";
import { today } from "../usage/period.ts";
import { metersOf } from "../usage/resolve.ts";
import { takenBy } from "../usage/taken.ts";
import { readHolder, shownPool } from "./holder.ts";
import { allowancePage, type listedAllowance, listInput } from "./list-schemas.ts";
import { type ListRow, listStatement } from "./list-sql.ts";
import { type Given, grantedBy } from "./rule.ts";

/** Shorter patterns hold no trigram; more hits than this are found faster by walking the order. */
const shortestIndexed = 3;
const mostIndexedHits = 1_000;

/**
 * What an account has of a meter and has given of it: a page of its children, each with what it was given, what it has
 * given on, and what was used under it this month. `next` and `previous` are cursors.
 */
export const listAllowances = query("allowance.list", {
  input: listInput,
  output: allowancePage,
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async (run, question) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const holder = await readHolder(run, question.accountId);
    const meters = [...(await metersOf(tx, agencyId)).keys()];
    const meter = question.meter ?? meters[0] ?? "";
    if (!meters.includes(meter)) throw fieldError("/meter", "meter_unknown");
    const kind = question.kind ?? (holder.kind === "reseller" ? "customer" : "reseller");
    const asked = { ...question, agencyId, parentId: holder.id, meter, kind };
    const ids = await indexedHits(run, kind, question.search);
    const page = await listPage(ctx, "allowance.list", question, async (place, limit) => {
      const { rows } = await tx.execute<ListRow>(listStatement({ ...asked, ids }, place, limit));
      return rows;
    });
    const children = page.rows.map(({ id }) => id);
    const taken = await takenBy(tx, agencyId, children, meter, monthOf(today(ctx)));
    return {
      ...{ meter, meters, kind, pool: await shownPool(run, holder, meter) },
      allowances: page.rows.map((row) => listed(row, taken.get(row.id) ?? 0)),
      ...{ next: page.next, previous: page.previous },
    };
  },
});

async function indexedHits({ tx, ctx }: Run, kind: string, search = ""): Promise<string[] | undefined> {
  if (search.length < shortestIndexed || ctx.scope.kind === "distributor") return undefined;
  const find = ctx.scope.kind === "agency" ? sql`app.search_accounts` : sql`app.search_own_accounts`;
  const { rows } = await tx.execute<{ ids: string[] }>(
    sql`select ${find}(${kind}, ${likePattern(search)}, ${mostIndexedHits + 1}) as ids`,
  );
  const ids = rows[0]!.ids;
  return ids.length > mostIndexedHits ? undefined : ids;
}

function listed(row: ListRow, takenUnits: number): z.output<typeof listedAllowance> {
  const given: Given | null = row.mode && { mode: row.mode, units: Number(row.units) };
  const plan =
    row.included === null
      ? null
      : {
          includedUnits: Number(row.included),
          hardCapUnits: row.hardCap === null ? null : Number(row.hardCap),
        };
  const granted = row.granted === null ? null : Number(row.granted);
  const grantedUnits = row.hasPool ? granted : grantedBy(given, plan).grantedUnits;
  return {
    ...{ accountId: row.id, code: row.code, name: row.name, kind: row.kind, archivedAt: row.archivedAt },
    ...{ given, grantedUnits, takenUnits },
    allocatedUnits: Number(row.allocated ?? 0),
    freeUnits: grantedUnits === null ? null : Math.max(0, grantedUnits - takenUnits),
  };
}
