import { inTenant } from "@tenantry/db";
import type { RowProblem } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { App } from "../kernel/ctx.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Asked } from "./carry-out.ts";
import { rowsOf, type Shelf, theFile } from "./shelf.ts";

const problems: RowProblem[] = [{ pointer: "", code: "internal" }];

/**
 * Ends what the worker could not carry out after its last try: rows that were left are told as gone wrong, and the file is a person's
 * again, to check once more, to create the rest of or to remove.
 */
export async function giveUpFile(
  app: App,
  shelf: Shelf,
  { agencyId, accountId, importId }: Asked,
): Promise<void> {
  const kind = accountId === agencyId ? ("agency" as const) : ("reseller" as const);
  const scope = { agency: agencyId, kind, account: accountId };
  await inTenant(app.pool, scope, async (tx) => {
    const tell = (from: "waiting" | "ready", state: "wrong" | "failed") =>
      tx
        .update(shelf.rows)
        .set({ state, problems })
        .where(and(rowsOf(shelf, scope, importId), eq(shelf.rows.state, from)));
    const [file] = await tx
      .select({ state: shelf.files.state })
      .from(shelf.files)
      .where(theFile(shelf, scope, importId))
      .for("update");
    const end = (ended: Partial<typeof shelf.files.$inferInsert>) =>
      tx
        .update(shelf.files)
        .set(ended)
        .where(theFile(shelf, scope, importId));
    if (file?.state === "checking") {
      await tell("waiting", "wrong");
      await end({ state: "checked" });
    } else if (file?.state === "creating") {
      await tell("ready", "failed");
      await end({ state: "finished", finishedAt: databaseNow as never });
    }
  });
}
