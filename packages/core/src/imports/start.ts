import { and, eq, sql } from "drizzle-orm";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { rowsOf, type Shelf, takeFile, theFile } from "./shelf.ts";

/** Has every row created that was found ready; those found wrong are left out. Throws `conflict` before the rows were checked. */
export async function startFile(run: Run, shelf: Shelf, id: string) {
  const { tx, ctx } = run;
  if (ctx.actor.kind !== "user") throw new AppError("forbidden");
  await takeFile(run, shelf, id, ["checked"]);
  const [ready] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(shelf.rows)
    .where(and(rowsOf(shelf, ctx.scope, id), eq(shelf.rows.state, "ready")));
  const total = ready?.total ?? 0;
  if (total === 0) throw fieldError("/rows", "nothing_to_create");
  await tx
    .update(shelf.files)
    .set({ state: "creating" })
    .where(theFile(shelf, ctx.scope, id));
  return {
    userId: ctx.actor.userId,
    done: { result: { total }, audit: { object: { kind: shelf.kind, id }, after: { total } } },
  };
}
