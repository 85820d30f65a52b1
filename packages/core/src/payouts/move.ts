import { payoutLines, payouts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { bookTransfers, type LedgerAccount, type Transfer } from "../ledger/book.ts";
import type { Payout } from "./row.ts";

/** A payout's way, and what it writes into the agency's book. */
const moves = {
  sent: (owed: LedgerAccount) => ({ debit: owed, credit: "payout_clearing" as const }),
  completed: () => ({ debit: "payout_clearing" as const, credit: "cash" as const }),
  failed: (owed: LedgerAccount) => ({ debit: "payout_clearing" as const, credit: owed }),
};

/** Brings a locked payout to its next state, with the books; the lines of one that failed are free again. */
export async function movePayout(
  run: Run,
  payout: Payout,
  state: keyof typeof moves,
  reference?: string,
): Promise<void> {
  const { id } = payout;
  const at = state === "sent" ? { sentAt: run.ctx.now } : { settledAt: run.ctx.now };
  await writeState(run, id, { state, reference, ...at });
  if (state === "failed") await freeLines(run, id);
  await bookTransfers(deskOf(run), [transferOf(payout, state)]);
}

/** What a payout's way to `state` writes into the agency's book. */
export function transferOf(payout: Payout, state: keyof typeof moves): Transfer {
  const { agencyId, id, resellerId, distributorId, currency, amountMinor } = payout;
  return {
    ...{ book: agencyId, resellerId, distributorId, currency, amountMinor },
    ...moves[state](`commission_owed:${resellerId}`),
    ...{ source: { kind: "payout", id }, kind: state },
  };
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
