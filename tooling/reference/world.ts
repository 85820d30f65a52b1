import type { CommissionLine, Decision } from "./commissions.ts";
import type { Day } from "./days.ts";
import type { Invoice } from "./invoices.ts";
import type { Transfer } from "./ledger.ts";
import type { Count } from "./overages.ts";
import type { Customer, Plan, Reseller } from "./parties.ts";
import type { Payout } from "./payouts.ts";
import type { SaidRate } from "./rates.ts";
import type { CreditNote } from "./refunds.ts";
import type { Subscription } from "./subscriptions.ts";
import type { UsageEvent } from "./usage.ts";

/**
 * One agency and all that money does in it, after docs/decisions/023-money.md and nothing else: none of the product's
 * code is used here, so that a mistake cannot be made on both sides at once. Lists are in the order in which things
 * happened, and ids count them (s1 is the first subscription), so that another program can match its own by order.
 */
export interface World extends Setup {
  today: Day;
  rates: SaidRate[];
  subscriptions: Subscription[];
  usage: UsageEvent[];
  counts: Count[];
  invoices: Invoice[];
  decisions: Decision[];
  commissions: CommissionLine[];
  creditNotes: CreditNote[];
  payouts: Payout[];
  transfers: Transfer[];
  /** By book, currency and account: what was debited less what was credited. */
  balances: Map<string, bigint>;
}

/** What is there before the first step. */
export interface Setup {
  today: Day;
  agencyTaxBps: number;
  resellers: Reseller[];
  customers: Customer[];
  plans: Plan[];
}

export function found(setup: Setup): World {
  return {
    ...structuredClone(setup),
    ...{ rates: [], subscriptions: [], usage: [], counts: [], invoices: [], decisions: [], commissions: [] },
    ...{ creditNotes: [], payouts: [], transfers: [], balances: new Map() },
  };
}
