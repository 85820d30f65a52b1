import { decide } from "./commissions.ts";
import { transfer } from "./ledger.ts";
import { demand, find } from "./refusal.ts";
import type { World } from "./world.ts";

/** Pays an invoice's whole total, once, and decides about the commission of each of its lines. */
export function pay(world: World, invoiceId: string): void {
  const invoice = find(world.invoices, invoiceId);
  demand(invoice.paidOn === null && invoice.closed !== "void", "not_open");
  invoice.closed = null;
  invoice.paidOn = world.today;
  transfer(world, {
    book: invoice.seller,
    currency: invoice.currency,
    debit: "cash",
    credit: `receivable:${invoice.customer}`,
    amount: invoice.total,
  });
  invoice.lines.forEach((_, line) => {
    decide(world, invoice, line);
  });
}
