import { payoutLines, payouts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { bookTransfers } from "../ledger/book.ts";
import type { Payout } from "./row.ts";
import { transfersOf, type Way } from "./transfers.ts";

/** Brings a locked payout to its next state, with the books; the lines of one that failed are free again. */
export async function movePayout(run: Run, payout: Payout, state: Way, reference?: string): Promise<void> {
  const { id } = payout;
  const at = state === "sent" ? { sentAt: run.ctx.now } : { settledAt: run.ctx.now };
  await writeState(run, id, { state, reference, ...at });
  if (state === "failed") await freeLines(run, id);
  await bookTransfers(deskOf(run), transfersOf(payout, state));
}

/** Writes columns of a payout that the caller holds locked. */
export async function writeState(
  { tx, ctx }: Run,
  id: string,
  columns: Partial<Pick<Payout, "state" | "reference" | "sentAt" | "settledAt">>,
): Promise<void> {
  await tx
    .update(payouts)
    .set({ ...columns, updatedAt: databaseNow as never })
    .where(and(eq(payouts.agencyId, ctx.tenant.agencyId), eq(payouts.id, id)));
}

/** Lets the lines of a payout go: the next run takes them. */
export async function freeLines({ tx, ctx }: Run, payoutId: string): Promise<void> {
  await tx
    .update(payoutLines)
    .set({ releasedAt: ctx.now })
    .where(and(eq(payoutLines.agencyId, ctx.tenant.agencyId), eq(payoutLines.payoutId, payoutId)));
}
