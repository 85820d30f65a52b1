import type { LineUsage } from "@tenantry/core/overages/schemas";

export const invoiceStates = ["open", "paid", "refunded", "void", "uncollectible"] as const;
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
  kind: "new" | "change" | "renewal" | "overage" | "correction" | "credit";
  quantity: number;
  /** Days; the period ends before `to`. */
  from: string;
  to: string;
  netMinor: number;
  taxBps: number;
  taxReason: "standard" | "exempt" | "reverse_charge" | "outside_scope";
  taxMinor: number;
  /** The price of one in a whole period; null on lines issued before it was kept, like the rest of what explains them. */
  unitMinor: number | null;
  prior: { unitMinor: number; quantity: number } | null;
  days: { charged: number; of: number } | null;
  creditedMinor: number | null;
  /** What a line of usage is reckoned from. */
  usage: LineUsage | null;
  /** Whose use it charges, by name, where that is not who buys. */
  usedBy: string | null;
}

/** What stands on an invoice or credit note, whoever reads it. */
export interface Paper {
  currency: string;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** The prices of its lines were said with the tax in them. */
  pricesIncludeTax: boolean;
  seller: Party;
  buyer: Party;
  lines: PaperLine[];
}

export const invoiceKinds = ["invoice", "credit_note"] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

/** Whose sale it was, as whoever looks would say. */
export const solds = ["own", "others", "bought"] as const;
export type Sold = (typeof solds)[number];

export interface InvoiceRow {
  id: string;
  code: string;
  kind: InvoiceKind;
  customer: { id: string; name: string };
  /** Who is owed, by its legal name. */
  sellerName: string;
  /** Whoever looks is the seller. */
  own: boolean;
  /** The customer is a reseller, which buys for itself. */
  wholesale: boolean;
  currency: string;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** Null for a credit note. */
  state: InvoiceState | null;
  overdue: boolean;
  /** Since when a payment is on its way. */
  comingSince: string | null;
  /** Instants; it is due before `dueAt`. */
  issuedAt: string;
  dueAt: string;
}

/** The rate frozen on a line when it was issued, or why there is none. */
export type FrozenRate =
  | { source: "customer" | "plan" | "agreement" | "reseller"; rateBps: number }
  | { none: "own_sale" | "direct" | "own_plans" | "no_rate" | "wholesale" };

/** What a line brought its reseller when money moved. */
export interface Decision {
  position: number;
  reason:
    | "rate"
    | "rate_zero"
    | "rounds_to_zero"
    | "refund"
    | "adjustment"
    | "own_sale"
    | "direct"
    | "own_plans"
    | "no_rate"
    | "wholesale";
  rateBps: number | null;
  baseMinor: number;
  amountMinor: number;
  /** Instants. */
  at: string;
  payableAt: string;
}

/** Money that came in or went back. */
export interface Movement {
  kind: "payment" | "refund" | "charge_back" | "surplus" | "surplus_back";
  provider: string;
  reference: string;
  amountMinor: number;
  currency: string;
  payerEmail: string | null;
  at: string;
  creditNote: { id: string; code: string } | null;
}

/** A payment that was begun and takes days. */
export interface Coming {
  provider: string;
  amountMinor: number;
  currency: string;
  /** Instant. */
  since: string;
}

/** Money that the gateway was asked to give back and has not. */
export interface Refund {
  id: string;
  /** What came too much and is given back by it. */
  surplusId: string | null;
  amountMinor: number;
  currency: string;
  reason: string;
  state: "asked" | "failed";
  failure: "refused" | "key_refused" | "already_refunded" | "unreachable" | "no_account" | null;
}

/** An invoice or credit note with everything that hangs on it. */
export interface Invoice extends InvoiceRow, Omit<Paper, "lines"> {
  lines: (PaperLine & { position: number; rate: FrozenRate })[];
  refundedMinor: number;
  /** The invoice a credit note takes from. */
  credits: { id: string; code: string } | null;
  payments: Movement[];
  refunds: Refund[];
  /** What came too much, with what of it is left. */
  surpluses: {
    id: string;
    provider: string;
    reference: string;
    currency: string;
    leftMinor: number;
    at: string;
  }[];
  decisions: Decision[];
  creditNotes: { id: string; code: string }[];
  link: { url: string; expiresAt: string } | null;
  /** The customer's address; null where it has none. */
  mailedTo: string | null;
  /** Null for a credit note. */
  dunning: Dunning | null;
  mails: {
    id: string;
    kind: "invoice_issued" | "invoice_paid" | "invoice_credited" | "invoice_reminder";
    recipient: string;
    state: "queued" | "sent" | "failed" | "dropped" | "outbox";
  }[];
  /** Something was told and is being carried out. */
  pending: boolean;
  coming: Coming[];
  /** What was told and could not be booked. */
  odd: { outcome: string; kind: string; reference: string; currency: string; amountMinor: number }[];
}

/** How an open invoice is reminded of: what was done, and what is to come when. */
export interface Dunning {
  steps: {
    step: number;
    /** Instant. */
    at: string;
    state: "sent" | "unsent" | "next" | "later" | "paused" | "stopped";
  }[];
  pausedAt: string | null;
  pausedWhy: string | null;
  heldUntil: string | null;
  pastDue: { at: string; reached: boolean };
  ended: boolean;
}

/** What the signed-in person may do about an invoice as it is now: what is false is not offered. */
export interface InvoiceRights {
  markPaid: boolean;
  refund: boolean;
  retryRefund: boolean;
  giveBack: boolean;
  newLink: boolean;
  revokeLink: boolean;
  void: boolean;
  markUncollectible: boolean;
  pauseDunning: boolean;
  resumeDunning: boolean;
}
