import { sql } from "drizzle-orm";
import type { z } from "zod";
import { clocksOf } from "../attention/reseller-needs.ts";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { statementName } from "../kernel/statement-name.ts";
import { query, type Run } from "../kernel/verb.ts";
import { type AccountStatus, shownStatus } from "../tenancy/stop-modes.ts";
import { instant, listStatement, type Place } from "./list-sql.ts";
import { listInput, resellerPage } from "./schemas.ts";

type Filter = z.output<typeof listInput>;
type Row = Omit<z.output<typeof resellerPage>["resellers"][number], "status"> & {
  status: AccountStatus;
  nameCi: string;
};

/** Shorter patterns hold no trigram; more hits than this are found faster by walking the order. */
const shortestIndexed = 3;
const mostIndexedHits = 1_000;

/** One page of the agency's resellers, or of an upline's: searched, filtered, sorted; `next` and `previous` are cursors. */
export const listResellers = query("reseller.list", {
  beneath: "see",
  input: listInput,
  output: resellerPage,
  run: async (run, filter) => {
    const place = placeOf(run, filter);
    const ids = await indexedHits(run, filter);
    const { text, values, backwards } = listStatement(run.ctx.scope, filter, place, ids, () =>
      clocksOf(run.ctx),
    );
    const found = await run.last<Row>(statementName(text), text, values);
    const more = found.length > filter.limit;
    const rows = found.slice(0, filter.limit);
    if (backwards) rows.reverse();
    return {
      resellers: rows.map((row) => ({
        ...row,
        joinedAt: instant(row.joinedAt),
        archivedAt: row.archivedAt && instant(row.archivedAt),
        status: shownStatus(row.archivedAt ? "locked" : row.status),
      })),
      next: cursorAt(run, filter, "next", backwards || more ? rows.at(-1) : undefined),
      previous: cursorAt(run, filter, "previous", (backwards ? more : place) ? rows[0] : undefined),
    };
  },
});

/** Ids the trigram index finds, or undefined when the ordered walk is the better way. */
async function indexedHits({ tx, ctx }: Run, filter: Filter): Promise<string[] | undefined> {
  // The index holds the whole agency's names; an upline's resellers are few enough to walk.
  if (ctx.scope.kind === "upline") return undefined;
  if (!filter.search || filter.search.length < shortestIndexed) return undefined;
  const { rows } = await tx.execute<{ ids: string[] }>(
    sql`select app.search_accounts('reseller', ${likePattern(filter.search)}, ${mostIndexedHits + 1}) as ids`,
  );
  const ids = rows[0]!.ids;
  return ids.length > mostIndexedHits ? undefined : ids;
}

function placeOf(run: Run, filter: Filter): Place | undefined {
  if (!filter.cursor) return undefined;
  const { secret } = run.ctx.app.config;
  const [direction, key, id] = openCursor(secret, binding(run, filter), filter.cursor) as [
    Place["direction"],
    string,
    string,
  ];
  return { direction, key, id };
}

function cursorAt(
  run: Run,
  filter: Filter,
  direction: Place["direction"],
  row: Row | undefined,
): string | null {
  if (!row) return null;
  const key = filter.sort.endsWith("name") ? row.nameCi : instant(row.joinedAt);
  return signCursor(run.ctx.app.config.secret, binding(run, filter), [direction, key, row.id]);
}

/** A cursor is good for the tenant, filter and order it was made under, and for no other. */
function binding({ ctx }: Run, { cursor: _, limit: __, ...question }: Filter): string {
  return `reseller.list ${ctx.scope.agency} ${ctx.scope.account} ${JSON.stringify(question, Object.keys(question).sort())}`;
}
