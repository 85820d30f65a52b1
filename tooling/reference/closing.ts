import { issueCreditNote } from "./refunds.ts";
import { demand, find } from "./refusal.ts";
import type { World } from "./world.ts";

/** Takes an unpaid invoice back, with a credit note of all of it. */
export function takeBackInvoice(world: World, invoiceId: string): void {
  const invoice = find(world.invoices, invoiceId);
  demand(invoice.paidOn === null && invoice.closed !== "void", "not_open");
  invoice.closed = "void";
  issueCreditNote(
    world,
    invoice,
    invoice.lines.map(({ net, tax }, line) => ({ line, net, tax })),
  );
}

/** Nobody waits for an open invoice any more; it stays owed. */
export function giveUp(world: World, invoiceId: string): void {
  const invoice = find(world.invoices, invoiceId);
  demand(invoice.paidOn === null && invoice.closed === null, "not_open");
  invoice.closed = "uncollectible";
}
