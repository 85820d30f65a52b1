export const invoiceStates = ["open", "paid", "refunded", "void"] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export interface Party {
  name: string;
  address: string;
  /** By name. */
  country: string | null;
  taxId: string | null;
}

export interface PaperLine {
  plan: string;
  kind: "new" | "change" | "renewal" | "credit";
  quantity: number;
  /** Days; the period ends before `to`. */
  from: string;
  to: string;
  netMinor: number;
  taxBps: number;
  taxReason: "standard" | "exempt" | "reverse_charge" | "outside_scope";
  taxMinor: number;
}

/** What stands on an invoice or credit note, whoever reads it. */
export interface Paper {
  currency: string;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  seller: Party;
  buyer: Party;
  lines: PaperLine[];
}
