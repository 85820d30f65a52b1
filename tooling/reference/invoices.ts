import { addDays, type Day, type Period } from "./days.ts";
import { transfer } from "./ledger.ts";
import { buyerOf, type Seller } from "./parties.ts";
import { type CountingRate, countingRate } from "./rates.ts";
import { find } from "./refusal.ts";
import { share, sum } from "./rounding.ts";
import type { Meter } from "./usage.ts";
import type { World } from "./world.ts";

/**
 * `new` is the first charge of what was sold, `renewal` that of each later period; both recur, a `change` does not. `overage` is what was
 * used past what is included when a period ends, `correction` what came of it later.
 */
export type LineKind = "new" | "renewal" | "change" | "overage" | "correction";

export interface Charge {
  kind: LineKind;
  subscription: string;
  plan: string;
  quantity: number;
  period: Period;
  net: bigint;
  /** What was used, of a line for that. */
  meter: Meter | null;
}

export interface InvoiceLine extends Charge {
  taxBps: number;
  tax: bigint;
  /** The rate that counted when the line was issued. Null where none did, and where nobody can earn by it. */
  rate: CountingRate | null;
  /** Whether the customer's reseller had plans of its own when the line was issued. */
  ownPlans: boolean;
}

export interface Invoice {
  id: string;
  seller: Seller;
  number: number;
  /** Who buys: the customer, or the reseller that pays for its use. */
  customer: string;
  /** Whose customer it was, which it stays. */
  reseller: string | null;
  currency: string;
  issuedOn: Day;
  dueOn: Day;
  lines: InvoiceLine[];
  net: bigint;
  tax: bigint;
  total: bigint;
  paidOn: Day | null;
  /** What became of it where it was not paid. Given up it can still be. */
  closed: "void" | "uncollectible" | null;
}

const DAYS_TO_PAY = 14;

/** Issues one invoice for one or more charges. Charges of nothing stand on none, and without any there is none. */
export function issueInvoice(
  world: World,
  to: { seller: Seller; customer: string; currency: string },
  charges: Charge[],
): void {
  const lines = charges.filter(({ net }) => net !== 0n).map((charge) => lineOf(world, to, charge));
  if (lines.length === 0) return;
  const net = sum(lines.map((line) => line.net));
  const tax = sum(lines.map((line) => line.tax));
  world.invoices.push({
    id: `i${world.invoices.length + 1}`,
    ...to,
    reseller: buyerOf(world, to.customer).reseller,
    number: world.invoices.filter(({ seller }) => seller === to.seller).length + 1,
    issuedOn: world.today,
    dueOn: addDays(world.today, DAYS_TO_PAY),
    lines,
    net,
    tax,
    total: net + tax,
    paidOn: null,
    closed: null,
  });
  const entry = { book: to.seller, currency: to.currency, debit: `receivable:${to.customer}` } as const;
  transfer(world, { ...entry, credit: "revenue", amount: net });
  transfer(world, { ...entry, credit: "tax", amount: tax });
}

function lineOf(world: World, to: { seller: Seller; customer: string }, charge: Charge): InvoiceLine {
  const customer = buyerOf(world, to.customer);
  const taxBps = customer.taxed ? sellersTax(world, to.seller) : 0;
  const reseller = customer.reseller === null ? null : find(world.resellers, customer.reseller);
  const ownPlans = reseller?.type === "own_plans";
  const buys = reseller?.id === customer.id;
  const earns = reseller !== null && reseller.id !== to.seller && !ownPlans && !buys;
  return {
    ...charge,
    taxBps,
    tax: share(charge.net, taxBps),
    rate: earns ? countingRate(world, customer.id, charge.plan) : null,
    ownPlans,
  };
}

function sellersTax(world: World, seller: Seller): number {
  return seller === "agency" ? world.agencyTaxBps : find(world.resellers, seller).taxBps;
}
