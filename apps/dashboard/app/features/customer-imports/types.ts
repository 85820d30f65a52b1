import type { readCustomerImport } from "@tenantry/core/customer-imports/read";
import type { ImportFacts, RowFacts } from "../imports/types.ts";

type Read = Awaited<ReturnType<typeof readCustomerImport>>;

export type Totals = Read["totals"];

/** The first invoices of one currency, and between which days they come. */
export interface CurrencySum extends Omit<Totals["firsts"][number], "on"> {
  from: string;
  to: string;
}

export interface CustomerFacts extends ImportFacts, Pick<Read, "fields" | "defaulted" | "totals"> {
  sums: CurrencySum[];
}

/** A row, and what it comes to. */
export interface CustomerRowFacts extends RowFacts {
  outcome: {
    customerId: string | null;
    sellerName: string | null;
    subscription: {
      planName: string;
      quantity: number;
      currency: string;
      period: { from: string; to: string };
      trial: boolean;
      cancelled: boolean;
      first: { on: string; totalMinor: number } | null;
    } | null;
  } | null;
}
