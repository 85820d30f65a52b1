import { type CommissionLine, takeBack } from "./commissions.ts";
import type { Day } from "./days.ts";
import type { Invoice } from "./invoices.ts";
import { transfer } from "./ledger.ts";
import type { Seller } from "./parties.ts";
import { demand, find } from "./refusal.ts";
import { halfEven, shareOut, sum } from "./rounding.ts";
import type { World } from "./world.ts";

/** What one credit note gives back of one line of the invoice, counted from 0. */
export interface CreditLine {
  line: number;
  net: bigint;
  tax: bigint;
}

export interface CreditNote {
  id: string;
  seller: Seller;
  number: number;
  invoice: string;
  issuedOn: Day;
  lines: CreditLine[];
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** Gives part of a paid invoice back; without an amount, as in a charge-back, all that is left. */
export function refund(world: World, invoiceId: string, part?: bigint): void {
  const invoice = find(world.invoices, invoiceId);
  demand(invoice.paidOn !== null, "not_paid");
  const left = invoice.lines.map(
    (line, index) => line.net + line.tax - gross(refunded(world, invoice, index)),
  );
  demand(sum(left) > 0n, "nothing_left");
  const amount = part ?? sum(left);
  demand(amount > 0n, "amount");
  demand(amount <= sum(left), "too_much");
  const shares = shareOut(amount, left);
  const lines = shares
    .map((given, index) => creditLine(world, invoice, index, given))
    .filter((line) => gross(line) > 0n);
  const id = issueCreditNote(world, invoice, lines);
  const { seller, currency, customer } = invoice;
  transfer(world, { book: seller, currency, debit: `receivable:${customer}`, credit: "cash", amount });
  for (const { line } of lines) followWithCommission(world, invoice, line, id);
}

/** What credit notes have given back of a line so far. */
export function refunded(world: World, invoice: Invoice, line: number): { net: bigint; tax: bigint } {
  const given = world.creditNotes
    .filter((note) => note.invoice === invoice.id)
    .flatMap((note) => note.lines)
    .filter((credit) => credit.line === line);
  return { net: sum(given.map(({ net }) => net)), tax: sum(given.map(({ tax }) => tax)) };
}

/** What is refunded of the line in all fixes its net; this note carries what is not on an earlier one. */
function creditLine(world: World, invoice: Invoice, index: number, given: bigint): CreditLine {
  const { net, tax } = invoice.lines[index]!;
  const before = refunded(world, invoice, index);
  const netInAll = halfEven(net * (gross(before) + given), net + tax);
  return { line: index, net: netInAll - before.net, tax: given - (netInAll - before.net) };
}

/** Takes back of lines what no money moves for by itself; answers the note. */
export function issueCreditNote(world: World, invoice: Invoice, lines: CreditLine[]): string {
  const id = `n${world.creditNotes.length + 1}`;
  const { seller, currency } = invoice;
  const net = sum(lines.map((line) => line.net));
  const tax = sum(lines.map((line) => line.tax));
  const number = world.creditNotes.filter((note) => note.seller === seller).length + 1;
  world.creditNotes.push({
    ...{ id, seller, number, invoice: invoice.id, issuedOn: world.today },
    ...{ lines, net, tax, total: net + tax },
  });
  const receivable = `receivable:${invoice.customer}` as const;
  transfer(world, { book: seller, currency, debit: "revenue", credit: receivable, amount: net });
  transfer(world, { book: seller, currency, debit: "tax", credit: receivable, amount: tax });
  return id;
}

/** The commission taken back in all follows the net refunded in all. */
function followWithCommission(world: World, invoice: Invoice, index: number, creditNote: string): void {
  const lines = world.commissions.filter(({ invoice: of, line }) => of === invoice.id && line === index);
  const earned = lines.find((line) => line.creditNote === null);
  if (!earned) return;
  const takenBefore = -sum(lines.filter((line) => line !== earned).map((line) => line.amount));
  takeBack(world, earned, takenInAll(world, invoice, earned) - takenBefore, creditNote);
}

function takenInAll(world: World, invoice: Invoice, { line, amount }: CommissionLine): bigint {
  return halfEven(amount * refunded(world, invoice, line).net, invoice.lines[line]!.net);
}

function gross({ net, tax }: { net: bigint; tax: bigint }): bigint {
  return net + tax;
}
