import { commissions, type invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookCommissions } from "./book.ts";
import { lineTotals, partGone } from "./rules.ts";

/** What of a line's net went back now, and in all. */
interface Gone {
  position: number;
  netMinor: bigint;
  netGone: bigint;
}

/**
 * Takes a reseller's share of what went back: as much of it as of the line's net in all, less what was taken back before. It
 * counts from the day the share itself can be paid out.
 */
export async function takeBackCommissions(
  desk: Desk,
  invoice: typeof invoices.$inferSelect,
  paymentId: string,
  gone: readonly Gone[],
): Promise<void> {
  const { tx, agencyId, now } = desk;
  const before = await tx
    .select()
    .from(commissions)
    .where(and(eq(commissions.agencyId, agencyId), eq(commissions.invoiceId, invoice.id)));
  const rows = gone.flatMap(({ position, netMinor, netGone }) => {
    const ofLine = before.filter((row) => row.position === position);
    const earned = ofLine.find(({ reason }) => reason !== "refund" && reason !== "adjustment");
    if (!earned) return [];
    const { earnedMinor, takenBackMinor } = lineTotals(ofLine);
    const back = partGone(earnedMinor, netGone, earned.baseMinor) - takenBackMinor;
    const outcome = earned.outcome === "skipped" ? "skipped" : back === 0n ? "zero" : "created";
    return [
      {
        ...earned,
        ...({ id: newId(), paymentId, at: now, outcome, reason: "refund" } as const),
        ...{ baseMinor: -netMinor, amountMinor: -back },
      },
    ];
  });
  if (rows.length === 0) return;
  await tx.insert(commissions).values(rows);
  await bookCommissions(desk, invoice.sellerId, rows);
}
