import { commissions, invoiceLines, type invoices, resellers } from "@tenantry/db/schema";
import { addDays } from "date-fns";
import { and, asc, eq } from "drizzle-orm";
import { readCountingRate } from "../exchange-rates/counting.ts";
import { frozenOf } from "../invoices/frozen.ts";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookCommissions } from "./book.ts";
import { decide, holdDays } from "./rules.ts";

/**
 * Decides what every line of a paid invoice brings its reseller, by the rate that was frozen on it: one row each, also where nothing
 * comes of it. Runs in the transaction of the payment.
 */
export async function accrueCommissions(
  desk: Desk,
  invoice: typeof invoices.$inferSelect,
  paymentId: string,
): Promise<void> {
  const { tx, agencyId, now } = desk;
  const lines = await tx
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.agencyId, agencyId), eq(invoiceLines.invoiceId, invoice.id)))
    .orderBy(asc(invoiceLines.position));
  const { currency } = invoice;
  const worth = await worthOf(desk, invoice);
  const rows = lines.map((line) => {
    const { distributorId, resellerId, customerId, position, rateId, rateSource, rateBps } = line;
    return {
      ...{ agencyId, distributorId, resellerId, customerId, invoiceId: invoice.id, position, paymentId },
      ...decide(frozenOf(line), line.netMinor, currency),
      ...{ rateId, rateSource, rateBps, currency, at: now, payableAt: addDays(now, holdDays) },
      ...{ id: newId(), baseMinor: line.netMinor, ...worth },
    };
  });
  await tx.insert(commissions).values(rows);
  await bookCommissions(desk, invoice.sellerId, rows);
}

/** In which other currency the reseller is paid, and what this one is worth in it now; nothing where nobody has said. */
async function worthOf({ tx, agencyId }: Desk, { currency, resellerId }: typeof invoices.$inferSelect) {
  const [reseller] = await tx
    .select({ payoutCurrency: resellers.payoutCurrency })
    .from(resellers)
    .where(and(eq(resellers.agencyId, agencyId), eq(resellers.id, resellerId)));
  const payoutCurrency = reseller?.payoutCurrency;
  if (!payoutCurrency || payoutCurrency === currency) return undefined;
  const counting = await readCountingRate(tx, agencyId, currency, payoutCurrency);
  return counting && { payoutCurrency, exchangeRate: counting.rate, exchangeSource: counting.source };
}
