import type { Sold } from "./types.ts";

/** What a number is about. */
export interface About {
  from: string;
  to: string;
  sold: Sold;
  currency: string;
  customer?: string;
  reseller?: string;
}

/** The lists behind the numbers: each number is the sum of its list. */
export function behind({ from, to, sold, ...whom }: About) {
  const list = (path: string, filters: Record<string, string | undefined>) => {
    const given = Object.entries({ ...filters, ...whom }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return `${path}?${new URLSearchParams(given)}`;
  };
  const issued = { from, to, sold };
  return {
    revenue: list("/invoices", issued),
    net: list("/invoices", { ...issued, kind: "invoice" }),
    credited: list("/invoices", { ...issued, kind: "credit_note" }),
    paid: list("/invoices", { paidFrom: from, paidTo: to, sold }),
    commission: list("/commissions", { from, to }),
    mrr: list("/subscriptions", { state: "active", sold, sort: "-mrr" }),
  };
}
