import { type paymentEvents, payments } from "@tenantry/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookTransfers } from "../ledger/book.ts";
import { placeOf } from "./place.ts";
import type { Invoice } from "./take-up.ts";

type Event = typeof paymentEvents.$inferSelect;
type Movement = typeof payments.$inferSelect;
export type Surplus = Movement & { leftMinor: bigint };

/** What came too much among an invoice's movements, each with what of it has not gone back. */
export function surplusesOf(moved: readonly Movement[]): Surplus[] {
  return moved
    .filter(({ kind }) => kind === "surplus")
    .map((one) => {
      const backs = moved.filter(({ surplusId }) => surplusId === one.id);
      return { ...one, leftMinor: backs.reduce((left, back) => left - back.amountMinor, one.amountMinor) };
    });
}

/** What came too much for an invoice, the oldest first. */
export async function readSurpluses({ tx, agencyId }: Pick<Desk, "tx" | "agencyId">, invoiceId: string) {
  const moved = await tx
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.agencyId, agencyId),
        eq(payments.invoiceId, invoiceId),
        inArray(payments.kind, ["surplus", "surplus_back"]),
      ),
    )
    .orderBy(asc(payments.at), asc(payments.id));
  return surplusesOf(moved);
}

/** Money came that the invoice does not take: it is in the till, and owed to who paid. No revenue, tax or commission comes of it. */
export async function settleSurplus(desk: Desk, invoice: Invoice, event: Event): Promise<void> {
  const { provider, reference, payerEmail, amountMinor, currency } = event;
  const place = placeOf(invoice);
  const payment = {
    ...{ ...place, id: newId(), invoiceId: invoice.id, kind: "surplus" as const, at: desk.now },
    ...{ provider, reference, payerEmail, amountMinor, currency },
  };
  await desk.tx.insert(payments).values(payment);
  await bookTransfers(desk, [
    {
      ...{ book: invoice.sellerId, ...place, currency, amountMinor, kind: "surplus" },
      ...{ debit: "cash", credit: `overpaid:${invoice.customerId}` },
      source: { kind: "payment", id: payment.id },
    },
  ]);
}

/**
 * What came of money that went back, where it is of a surplus: by the number the gateway knows the payment by, or by a person's word on that surplus.
 * Undefined where it is of none.
 */
export async function settleSurplusBack(
  desk: Desk,
  invoice: Invoice,
  event: Event,
): Promise<"applied" | "wrong_amount" | undefined> {
  const { ofPayment, provider, kind, reference, currency } = event;
  if (!ofPayment) return undefined;
  const surplus = (await readSurpluses(desk, invoice.id)).find(
    (one) => one.id === ofPayment || (one.provider === provider && one.reference === ofPayment),
  );
  if (!surplus) return undefined;
  const amountMinor = kind === "charged_back" ? surplus.leftMinor : event.amountMinor;
  if (currency !== surplus.currency || amountMinor <= 0n || amountMinor > surplus.leftMinor)
    return "wrong_amount";
  const place = placeOf(invoice);
  const back = {
    ...{ ...place, id: newId(), invoiceId: invoice.id, kind: "surplus_back" as const, at: desk.now },
    ...{ provider, reference, amountMinor, currency, surplusId: surplus.id },
  };
  await desk.tx.insert(payments).values(back);
  await bookTransfers(desk, [
    {
      ...{ book: invoice.sellerId, ...place, currency, amountMinor, kind: "surplus_back" },
      ...{ debit: `overpaid:${invoice.customerId}`, credit: "cash" },
      source: { kind: "payment", id: back.id },
    },
  ]);
  return "applied";
}
