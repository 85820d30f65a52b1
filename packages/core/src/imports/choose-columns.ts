import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { rowsOf, type Shelf, takeFile, theFile } from "./shelf.ts";

/** Says which column is which field, and sets every row back to be tried. Throws a field error for a column that the file does not have. */
export async function chooseColumns(
  run: Run,
  shelf: Shelf,
  {
    id,
    columns,
    defaults,
  }: { id: string; columns: Record<string, number>; defaults: Record<string, string> },
) {
  const { tx, ctx } = run;
  if (ctx.actor.kind !== "user") throw new AppError("forbidden");
  const { head, columns: before } = await takeFile(run, shelf, id, ["mapping", "checked"]);
  for (const [field, place] of Object.entries(columns)) {
    if (place >= head.length) throw fieldError(`/columns/${field}`, "column_unknown");
  }
  await tx
    .update(shelf.files)
    .set({ columns, defaults, state: "checking" })
    .where(theFile(shelf, ctx.scope, id));
  await tx
    .update(shelf.rows)
    .set({ state: "waiting", problems: [] })
    .where(rowsOf(shelf, ctx.scope, id));
  return {
    userId: ctx.actor.userId,
    audit: {
      object: { kind: shelf.kind, id },
      before: before ? { columns: before } : undefined,
      after: { columns, defaults },
    },
  };
}
