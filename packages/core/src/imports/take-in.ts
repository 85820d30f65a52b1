import type { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";
import { readFile } from "./read-file.ts";
import type { createInput } from "./schemas.ts";
import { placeIn, type Shelf } from "./shelf.ts";

/** Takes a file in; nothing is created yet. Throws a field error at `/csv` for what is no CSV, is empty or has too many rows. */
export async function takeIn(run: Run, shelf: Shelf, { fileName, csv }: z.output<typeof createInput>) {
  const { tx, ctx } = run;
  if (ctx.actor.kind !== "user") throw new AppError("forbidden");
  const place = placeIn(shelf, run);
  const { head, rows } = readFile(csv);
  const id = newId();
  const total = rows.length;
  await tx.insert(shelf.files).values({ ...place, id, userId: ctx.actor.userId, fileName, head, total });
  await tx.insert(shelf.rows).values(rows.map((row) => ({ ...place, importId: id, ...row })));
  return {
    result: { id, total },
    audit: { object: { kind: shelf.kind, id }, after: { fileName, total } },
  };
}
