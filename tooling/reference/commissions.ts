import { addDays, type Day } from "./days.ts";
import type { Invoice } from "./invoices.ts";
import { transfer } from "./ledger.ts";
import { find } from "./refusal.ts";
import { share } from "./rounding.ts";
import type { World } from "./world.ts";

export type Outcome = "created" | "zero" | "skipped";
export type Reason =
  | "own_sale"
  | "direct"
  | "wholesale"
  | "own_plans"
  | "no_rate"
  | "rate_zero"
  | "rounds_to_zero";

/** What a paid line earned, and why not more. Lines are counted from 0. */
export interface Decision {
  invoice: string;
  line: number;
  outcome: Outcome;
  reason: Reason | null;
  base: bigint;
  rateBps: number | null;
  amount: bigint;
}

/** What a reseller earned with an invoice's line, or, below zero, what a credit note took back of it. */
export interface CommissionLine {
  id: string;
  reseller: string;
  currency: string;
  invoice: string;
  line: number;
  /** Null for what was earned. */
  creditNote: string | null;
  amount: bigint;
  /** The first day on which it can be paid out. */
  payableOn: Day;
  /** The payout it is in, unless that one failed. */
  payout: string | null;
}

const HOLD_DAYS = 30;

export function decide(world: World, invoice: Invoice, index: number): void {
  const line = invoice.lines[index]!;
  const { reseller } = invoice;
  const amount = line.rate === null ? 0n : share(line.net, line.rate.bps);
  const reason = reasonAgainst(invoice, index, amount);
  const skipped = reason === "own_sale" || reason === "direct" || reason === "wholesale";
  world.decisions.push({
    invoice: invoice.id,
    line: index,
    outcome: reason === null ? "created" : skipped ? "skipped" : "zero",
    reason,
    base: line.net,
    rateBps: line.rate?.bps ?? null,
    amount: reason === null ? amount : 0n,
  });
  if (reason !== null) return;
  const earned = { reseller: reseller!, currency: invoice.currency, invoice: invoice.id, line: index };
  addLine(world, { ...earned, creditNote: null, amount, payableOn: addDays(world.today, HOLD_DAYS) });
  transfer(world, {
    book: invoice.seller,
    currency: invoice.currency,
    debit: "expense",
    credit: `owed:${reseller}`,
    amount,
  });
}

/** Takes part of a line's commission back. It can be paid out, and so be set off, when the line itself can. */
export function takeBack(world: World, earned: CommissionLine, amount: bigint, creditNote: string): void {
  if (amount === 0n) return;
  const { reseller, currency, invoice, line, payableOn } = earned;
  addLine(world, { reseller, currency, invoice, line, payableOn, creditNote, amount: -amount });
  transfer(world, {
    book: find(world.invoices, invoice).seller,
    currency,
    debit: `owed:${reseller}`,
    credit: "expense",
    amount,
  });
}

function reasonAgainst(invoice: Invoice, index: number, amount: bigint): Reason | null {
  const { rate, ownPlans } = invoice.lines[index]!;
  const { reseller } = invoice;
  if (reseller === null) return "direct";
  if (reseller === invoice.customer) return "wholesale";
  if (reseller === invoice.seller) return "own_sale";
  if (ownPlans) return "own_plans";
  if (rate === null) return "no_rate";
  if (rate.bps === 0) return "rate_zero";
  return amount === 0n ? "rounds_to_zero" : null;
}

function addLine(world: World, line: Omit<CommissionLine, "id" | "payout">): void {
  world.commissions.push({ id: `l${world.commissions.length + 1}`, ...line, payout: null });
}
