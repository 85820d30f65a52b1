import type { Day, Interval, Period } from "../days.ts";
import type { CountingRate } from "../rates.ts";

/**
 * What can be seen of the money on both sides, in the model's words. Invoices go by what they charge for, credit notes by
 * their seller and number, all else by what it belongs to.
 */
export interface Seen {
  subscriptions: Map<string, SeenSubscription>;
  invoices: Map<string, SeenInvoice>;
  creditNotes: Map<string, SeenCreditNote>;
  /** By subscription, meter and first day of the period. */
  counts: Map<string, SeenCount>;
  decisions: Map<string, SeenDecision>;
  /** Those of nothing are left out: the product keeps a row where what is taken back rounds to nothing. */
  commissions: Map<string, SeenCommission>;
  payouts: Map<string, SeenPayout>;
  /** By book, currency and account; those of nothing are left out. */
  balances: Map<string, bigint>;
}

interface Sums {
  net: bigint;
  tax: bigint;
  total: bigint;
}

export interface SeenSubscription {
  customer: string;
  reseller: string | null;
  seller: string;
  state: string;
  plan: string;
  unitPrice: bigint;
  quantity: number;
  currency: string;
  interval: Interval;
  anchor: Day;
  /** How many have begun; the last of them, or the trial. */
  periods: number;
  period: Period;
  cancelled: boolean;
  waiting: { plan: string; unitPrice: bigint; quantity: number } | null;
}

export interface SeenLine {
  kind: string;
  subscription: string;
  plan: string;
  quantity: number;
  period: Period;
  net: bigint;
  tax: bigint;
  taxBps: number;
  rate: CountingRate | null;
  meter: string | null;
  /** Why no rate is on it. */
  none: string | null;
}

export interface SeenInvoice extends Sums {
  seller: string;
  customer: string;
  reseller: string | null;
  currency: string;
  issuedOn: Day;
  dueOn: Day;
  paidOn: Day | null;
  closed: "void" | "uncollectible" | null;
  refunded: bigint;
  lines: SeenLine[];
}

export interface SeenCreditNote extends Sums {
  invoice: string;
  issuedOn: Day;
  lines: { line: number; net: bigint; tax: bigint }[];
}

export interface SeenCount {
  customer: string;
  buyer: string;
  from: Day;
  to: Day;
  included: bigint;
  block: bigint;
  price: bigint;
  billed: bigint;
}

export interface SeenDecision {
  outcome: string;
  reason: string | null;
  base: bigint;
  rateBps: number | null;
  amount: bigint;
}

export interface SeenPayout {
  reseller: string;
  currency: string;
  cutOff: Day;
  amount: bigint;
  state: string;
  /** As commissions are called, in the order of their names. */
  lines: string[];
}

export interface SeenCommission {
  reseller: string;
  currency: string;
  amount: bigint;
  payableOn: Day;
}
