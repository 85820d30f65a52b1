import { resellerDrafts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Condition for the caller's own drafts: nobody reads or takes up a colleague's. Throws `forbidden` for what is no person. */
export function ownDrafts({ ctx }: Run) {
  return and(eq(resellerDrafts.agencyId, ctx.tenant.agencyId), eq(resellerDrafts.userId, personOf({ ctx })));
}

/** One of them. */
export const ownDraft = (run: Run, id: string) => and(ownDrafts(run), eq(resellerDrafts.id, id));

/** Removes the draft a reseller was made from; one that is gone by now, or a program's, is nothing to stop at. */
export async function dropDraft(run: Run, id: string): Promise<void> {
  if (run.ctx.actor.kind === "user") await run.tx.delete(resellerDrafts).where(ownDraft(run, id));
}

/** Whose draft it is. */
export function personOf({ ctx }: Pick<Run, "ctx">): string {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden");
  return ctx.actor.userId;
}
