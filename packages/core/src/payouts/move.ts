import { payoutLines, payouts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { bookTransfers, type LedgerAccount } from "../ledger/book.ts";
import type { Payout } from "./row.ts";

/** A payout's way, what it writes into the agency's book, and whether its lines are free again. */
const moves = {
  sent: (owed: LedgerAccount) => ({ debit: owed, credit: "payout_clearing" as const, frees: false }),
  completed: () => ({ debit: "payout_clearing" as const, credit: "cash" as const, frees: false }),
  failed: (owed: LedgerAccount) => ({ debit: "payout_clearing" as const, credit: owed, frees: true }),
};

/** Brings a locked payout to its next state, with the books. */
export async function movePayout(
  run: Run,
  { id, resellerId, distributorId, currency, amountMinor }: Payout,
  state: keyof typeof moves,
  reference?: string,
): Promise<void> {
  const { debit, credit, frees } = moves[state](`commission_owed:${resellerId}`);
  const { agencyId } = run.ctx.tenant;
  const at = state === "sent" ? { sentAt: run.ctx.now } : { settledAt: run.ctx.now };
  await writeState(run, id, { state, reference, ...at });
  if (frees) await freeLines(run, id);
  await bookTransfers(deskOf(run), [
    {
      ...{ book: agencyId, resellerId, distributorId, currency, amountMinor, debit, credit, kind: state },
      source: { kind: "payout", id },
    },
  ]);
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
