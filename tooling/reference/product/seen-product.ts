import { type Tally, tally } from "../invariants/tally.ts";
import { grouped } from "./grouped.ts";
import { modelIds, type Product } from "./product.ts";
import type { CommissionRow, LineRow, PaperRow, Rows, SubscriptionRow, TransferRow } from "./rows.ts";
import type { Seen, SeenCreditNote, SeenInvoice, SeenLine, SeenPayout, SeenSubscription } from "./seen.ts";

/** What the product's rows say, in the model's words. Also notes which invoice is which. */
export function seenOfProduct(product: Product, rows: Rows): Seen {
  const ids = modelIds(product);
  const named = (id: string) => ids.get(id) ?? id;
  const lines = grouped(rows.lines, ({ paper }) => paper);
  const linesOf = ({ id }: PaperRow) => lines.get(id) ?? [];
  const invoices = rows.papers.filter(({ kind }) => kind === "invoice");
  const notes = rows.papers.filter(({ kind }) => kind === "credit_note");
  const names = invoiceNamesOf(invoices, linesOf, named);
  product.invoices = new Map([...names].map(([id, name]) => [name, id]));
  const noteNames = new Map(notes.map(({ id, seller, number }) => [id, `${named(seller)} CN ${number}`]));
  const lineKey = ({ invoice, position }: CommissionRow) => `${names.get(invoice)}/${position - 1}`;
  const commissionKey = (row: CommissionRow) =>
    `${lineKey(row)} ${row.creditNote ? noteNames.get(row.creditNote) : "earned"}`;
  const earned = rows.commissions.filter(({ amount }) => amount !== 0n);
  return {
    subscriptions: new Map(rows.subscriptions.map((row) => [named(row.id), seenSubscription(row, named)])),
    invoices: new Map(invoices.map((row) => [names.get(row.id)!, seenInvoice(row, linesOf(row), named)])),
    creditNotes: new Map(notes.map((row) => [noteNames.get(row.id)!, seenNote(row, linesOf(row), names)])),
    counts: new Map(
      rows.counts.map(({ subscription, meter, from, to, customer, buyer, countedFrom, ...row }) => [
        `${named(subscription)} ${meter} ${from}`,
        {
          ...{ customer: named(customer), buyer: named(buyer), from: countedFrom, to },
          ...{ included: row.included, block: row.block, price: row.price, billed: row.billed },
        },
      ]),
    ),
    decisions: new Map(
      rows.commissions
        .filter(({ reason }) => reason !== "refund")
        .map((row) => [lineKey(row), { ...decisionOf(row) }]),
    ),
    commissions: new Map(
      earned.map((row) => [
        commissionKey(row),
        {
          ...{ reseller: named(row.reseller), currency: row.currency },
          ...{ amount: row.amount, payableOn: row.payableOn },
        },
      ]),
    ),
    payouts: seenPayouts(rows, named, new Map(earned.map((row) => [row.id, commissionKey(row)]))),
    balances: balancesOf(rows.transfers, named),
  };
}

type Named = (id: string) => string;

/** As in "s1 renewal 2026-02-28"; a second change of a subscription on one day ends in "#2". */
function invoiceNamesOf(
  invoices: PaperRow[],
  linesOf: (row: PaperRow) => LineRow[],
  named: Named,
): Map<string, string> {
  const alike = new Map<string, number>();
  return new Map(
    invoices.map((row) => {
      const [line] = linesOf(row);
      const name = line ? `${named(line.subscription)} ${line.kind} ${line.from}` : "without a line";
      const count = (alike.get(name) ?? 0) + 1;
      alike.set(name, count);
      return [row.id, count === 1 ? name : `${name} #${count}`];
    }),
  );
}

function seenSubscription(row: SubscriptionRow, named: Named): SeenSubscription {
  const { state, plan, unitPrice, quantity, currency, interval, anchor, from, to, cancelled } = row;
  const { nextPlan, nextUnitPrice, nextQuantity } = row;
  return {
    ...{ customer: named(row.customer), reseller: resellerOf(row, named), seller: named(row.seller) },
    ...{ state, plan, unitPrice, quantity },
    ...{ currency, interval, anchor, periods: row.period, period: { from, to }, cancelled },
    waiting:
      nextPlan === null ? null : { plan: nextPlan, unitPrice: nextUnitPrice!, quantity: nextQuantity! },
  };
}

function seenInvoice(row: PaperRow, lines: LineRow[], named: Named): SeenInvoice {
  const { currency, issuedOn, dueOn, paidOn, net, tax, total, state } = row;
  const closed = state === "void" || state === "uncollectible" ? state : null;
  return {
    ...{ seller: named(row.seller), customer: named(row.customer), currency, issuedOn, dueOn, paidOn },
    reseller: resellerOf(row, named),
    closed,
    ...{ net, tax, total, refunded: row.refunded ?? 0n },
    lines: lines.map((line) => seenLine(line, named)),
  };
}

/** None stands between where it is the agency's own. */
function resellerOf({ reseller }: { reseller: string }, named: Named): string | null {
  const name = named(reseller);
  return name === "agency" ? null : name;
}

function seenLine(row: LineRow, named: Named): SeenLine {
  const { kind, plan, quantity, from, to, meter, net, tax, taxBps, rateSource, rateBps, none } = row;
  return {
    ...{
      kind,
      subscription: named(row.subscription),
      plan,
      quantity,
      period: { from, to },
      meter,
      net,
      tax,
      taxBps,
    },
    rate: rateBps === null ? null : { bps: rateBps, source: rateSource! },
    none,
  };
}

function seenNote(row: PaperRow, lines: LineRow[], names: Map<string, string>): SeenCreditNote {
  const { issuedOn, net, tax, total } = row;
  return {
    ...{ invoice: names.get(row.of ?? "") ?? "of no invoice", issuedOn, net, tax, total },
    lines: lines.map((line) => ({ line: line.position - 1, net: line.net, tax: line.tax })),
  };
}

function seenPayouts({ payouts, payoutLines }: Rows, named: Named, names: Map<string, string>) {
  const lines = grouped(payoutLines, ({ payout }) => payout);
  return new Map(
    payouts.map(({ id, reseller, currency, cutOff, amount, state }): [string, SeenPayout] => [
      named(id),
      {
        ...{ reseller: named(reseller), currency, cutOff, amount },
        state: state === "completed" ? "done" : state,
        lines: (lines.get(id) ?? []).flatMap(({ commission }) => names.get(commission) ?? []).sort(),
      },
    ]),
  );
}

function decisionOf({ outcome, reason, base, rateBps, amount }: CommissionRow) {
  return { outcome, reason: reason === "rate" ? null : reason, base, rateBps, amount };
}

const accounts: Record<string, string> = {
  commission: "expense",
  commission_owed: "owed",
  payout_clearing: "clearing",
};

function balancesOf(transfers: TransferRow[], named: Named): Tally {
  const key = (book: string, currency: string, account: string) => {
    const [kind = "", of] = account.split(":");
    const known = accounts[kind] ?? kind;
    return `${named(book)} ${currency} ${of ? `${known}:${named(of)}` : known}`;
  };
  const all = tally(
    transfers.flatMap(({ book, currency, debit, credit, amount }): [string, bigint][] => [
      [key(book, currency, debit), amount],
      [key(book, currency, credit), -amount],
    ]),
  );
  return new Map([...all].filter(([, amount]) => amount !== 0n));
}
