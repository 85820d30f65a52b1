import type { Day, Interval } from "./days.ts";
import { find } from "./refusal.ts";
import type { Meter } from "./usage.ts";

/** Who sells, and so whose books an invoice stands in: the agency, or a reseller's id. */
export type Seller = "agency" | (string & {});
export type ResellerType = "commission" | "own_plans";

export interface Reseller {
  id: string;
  type: ResellerType;
  agreement: string | null;
  /** What its own invoices add. */
  taxBps: number;
  stopped: boolean;
}

export interface Customer {
  id: string;
  /** Null for a direct customer of the agency. */
  reseller: string | null;
  /** False where no tax is added, as in a reverse charge. */
  taxed: boolean;
  stopped: boolean;
  /** To whom it is about to go, and on which day. */
  moving?: { to: string | null; on: Day } | undefined;
}

/** Who is invoiced: a customer, or a reseller that pays for one. Every reseller is taxed as its agency is at home. */
export function buyerOf(
  { customers, resellers }: { customers: Customer[]; resellers: Reseller[] },
  id: string,
): Pick<Customer, "id" | "reseller" | "taxed"> {
  const reseller = resellers.find((one) => one.id === id);
  return reseller ? { id, reseller: id, taxed: true } : find(customers, id);
}

export interface Plan {
  id: string;
  seller: Seller;
  currency: string;
  interval: Interval;
  /** Of the version on sale: per unit and period, without tax. */
  unitPrice: bigint;
  metered: MeterTerms[];
}

/** What a version says of a meter. */
export interface MeterTerms {
  meter: Meter;
  /** In a month, of one unit sold. */
  included: bigint;
  /** More is charged in blocks of so many. */
  block: bigint;
  /** Of a block, in the plan's currency; null where it has none. */
  price: bigint | null;
  /** Who pays for more; `agency` is the owner of a plan of its own. */
  payer: "agency" | "reseller" | "customer";
}
