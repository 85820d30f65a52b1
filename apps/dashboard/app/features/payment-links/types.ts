import type { InvoiceState, Paper } from "../invoices/types.ts";

/** What somebody with a payment link sees of its invoice. */
export interface OpenedInvoice extends Paper {
  code: string;
  state: InvoiceState;
  refundedMinor: number;
  /** Instants; it is due before `dueAt`. */
  dueAt: string;
  paidAt: string | null;
  overdue: boolean;
}

/** Where paying stands: to be done, tried in vain, under way, or over. */
export type Stage = "open" | "declined" | "waiting" | "over";
