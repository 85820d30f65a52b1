import type { CommissionLine } from "../commissions.ts";
import type { Invoice, InvoiceLine } from "../invoices.ts";
import { invoiceNames } from "../observed.ts";
import { sum } from "../rounding.ts";
import type { Subscription, Terms } from "../subscriptions.ts";
import type { World } from "../world.ts";
import type { Seen, SeenInvoice, SeenLine, SeenSubscription } from "./seen.ts";

/** What the model says. */
export function seenOfModel(world: World): Seen {
  const names = invoiceNames(world);
  const lineKey = ({ invoice, line }: { invoice: string; line: number }) => `${names.get(invoice)}/${line}`;
  const notes = new Map(world.creditNotes.map(({ id, seller, number }) => [id, `${seller} CN ${number}`]));
  const commissionKey = ({ creditNote, ...of }: CommissionLine) =>
    `${lineKey(of)} ${creditNote ? notes.get(creditNote) : "earned"}`;
  const commissionNames = new Map(world.commissions.map((one) => [one.id, commissionKey(one)]));
  return {
    subscriptions: new Map(world.subscriptions.map((one) => [one.id, seenSubscription(one)])),
    invoices: new Map(world.invoices.map((one) => [names.get(one.id)!, seenInvoice(world, one)])),
    creditNotes: new Map(
      world.creditNotes.map(({ id, invoice, issuedOn, lines, net, tax, total }) => [
        notes.get(id)!,
        { invoice: names.get(invoice)!, issuedOn, lines, net, tax, total },
      ]),
    ),
    counts: new Map(
      world.counts.map(({ subscription, meter, period, included, block, price, billed, ...count }) => [
        `${subscription} ${meter} ${period.from}`,
        { ...count, to: period.to, included, block, price, billed },
      ]),
    ),
    decisions: new Map(
      world.decisions.map(({ outcome, reason, base, rateBps, amount, ...of }) => [
        lineKey(of),
        { outcome, reason, base, rateBps, amount },
      ]),
    ),
    commissions: new Map(
      world.commissions.map(({ id, reseller, currency, amount, payableOn }) => [
        commissionNames.get(id)!,
        { reseller, currency, amount, payableOn },
      ]),
    ),
    payouts: new Map(
      world.payouts.map(({ id, lines, ...payout }) => [
        id,
        { ...payout, lines: lines.map((line) => commissionNames.get(line)!).sort() },
      ]),
    ),
    balances: new Map([...world.balances].filter(([, amount]) => amount !== 0n)),
  };
}

function seenSubscription(one: Subscription): SeenSubscription {
  const { customer, reseller, seller, state, plan, unitPrice, quantity, currency, interval, anchor } = one;
  return {
    ...{ customer, reseller, seller, state, plan, unitPrice, quantity, currency, interval, anchor },
    ...{ periods: one.periods.length, period: one.periods.at(-1) ?? one.trial! },
    ...{ cancelled: one.cancelled, waiting: one.waiting && seenTerms(one.waiting) },
  };
}

function seenTerms({ plan, unitPrice, quantity }: Terms) {
  return { plan, unitPrice, quantity };
}

function seenInvoice(world: World, invoice: Invoice): SeenInvoice {
  const { id, number: _, lines, ...rest } = invoice;
  const given = sum(world.creditNotes.filter((note) => note.invoice === id).map(({ total }) => total));
  // What was taken back before it was paid is no refund.
  const refunded = invoice.paidOn ? given : 0n;
  return { ...rest, refunded, lines: lines.map((line) => seenLine(invoice, line)) };
}

function seenLine(invoice: Invoice, { ownPlans, ...line }: InvoiceLine): SeenLine {
  const { reseller } = invoice;
  const none = () => {
    if (reseller === null) return "direct";
    if (reseller === invoice.customer) return "wholesale";
    if (reseller === invoice.seller) return "own_sale";
    return ownPlans ? "own_plans" : "no_rate";
  };
  return { ...line, none: line.rate ? null : none() };
}
