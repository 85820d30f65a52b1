import type { Run } from "../kernel/verb.ts";
import { rowsOf, type Shelf, takeFile, theFile } from "./shelf.ts";

/** Removes a file with its rows; what was created from it stays. Not while the worker is at it (`conflict`). */
export async function removeFile(run: Run, shelf: Shelf, id: string) {
  const { tx, ctx } = run;
  const { fileName, total } = await takeFile(run, shelf, id, ["mapping", "checked", "finished"]);
  await tx.delete(shelf.rows).where(rowsOf(shelf, ctx.scope, id));
  await tx.delete(shelf.files).where(theFile(shelf, ctx.scope, id));
  return { result: {}, audit: { object: { kind: shelf.kind, id }, before: { fileName, total } } };
}
