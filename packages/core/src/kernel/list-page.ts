import type { VerbName } from "../policy.ts";
import type { Ctx } from "./ctx.ts";
import { openCursor, signCursor } from "./cursor.ts";

/** What every list is asked; the rest of the question is the list's own. */
interface Question {
  cursor?: string;
  limit: number;
}

/** Where a page begins: beyond the row with this key and id, or at the list's end nearest to where one comes from. */
export interface Place {
  backwards: boolean;
  key: string | null;
  id: string | null;
}

/**
 * One page of a list, read by key; `next` and `previous` are cursors, null at the ends. `read` is
 * asked for `limit` rows from a place, in the order met on the way. A cursor is good for the question it was made for,
 * in the tenant and account it was made in.
 */
export async function listPage<Row extends { id: string; place: string }>(
  { app: { config }, scope }: Ctx,
  verb: VerbName,
  { cursor, limit, ...question }: Question,
  read: (place: Place, limit: number) => Promise<Row[]>,
): Promise<{ rows: Row[]; next: string | null; previous: string | null }> {
  const where = scope ? ` ${scope.agency} ${scope.account}` : "";
  const binding = `${verb}${where} ${JSON.stringify(question, Object.keys(question).sort())}`;
  const [way, key = null, id = null] = cursor ? openCursor(config.secret, binding, cursor) : [];
  const backwards = way === "previous";
  // One more than the page, to know whether there is another.
  const found = await read({ backwards, key, id }, limit + 1);
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  if (backwards) rows.reverse();
  const cursorAt = (direction: "next" | "previous", row: Row | undefined) =>
    row ? signCursor(config.secret, binding, [direction, row.place, row.id]) : null;
  return {
    rows,
    next: cursorAt("next", backwards || more ? rows.at(-1) : undefined),
    previous: cursorAt("previous", (backwards ? more : cursor) ? rows[0] : undefined),
  };
}
