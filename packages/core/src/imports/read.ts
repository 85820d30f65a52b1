import { asc, desc, sql } from "drizzle-orm";
import type { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { type importFacts, rowStates } from "./schemas.ts";
import { filesOf, rowsOf, type Shelf, theFile } from "./shelf.ts";

const sampled = 3;
type Counts = z.output<typeof importFacts>["counts"];

/** A file: its columns, and its rows by how far they are. */
export async function readFacts({ tx, ctx }: Run, shelf: Shelf, id: string) {
  const [found] = await tx
    .select()
    .from(shelf.files)
    .where(theFile(shelf, ctx.scope, id));
  if (!found) throw new AppError("not_found");
  const { state, line, cells } = shelf.rows;
  const rows = rowsOf(shelf, ctx.scope, id);
  const [counted, sample] = await Promise.all([
    tx.select({ state, count: sql<number>`count(*)::int` }).from(shelf.rows).where(rows).groupBy(state),
    tx.select({ cells }).from(shelf.rows).where(rows).orderBy(asc(line)).limit(sampled),
  ]);
  const countOf = new Map(counted.map((row) => [row.state, row.count]));
  return {
    ...found,
    counts: Object.fromEntries(rowStates.map((each) => [each, countOf.get(each) ?? 0])) as Counts,
    sample: sample.map((row) => row.cells).filter((row) => row.length > 0),
  };
}

/** Files taken in within the last 30 days, the newest 100 of them. */
export async function listFiles({ tx, ctx }: Run, shelf: Shelf) {
  const { createdAt, id } = shelf.files;
  return {
    imports: await tx
      .select()
      .from(shelf.files)
      .where(filesOf(shelf, ctx.scope))
      .orderBy(desc(createdAt), desc(id))
      .limit(100),
  };
}
