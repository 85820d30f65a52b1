import type { Coming, InvoiceState, Paper } from "../invoices/types.ts";

/** What somebody with a payment link sees of its invoice. */
export interface OpenedInvoice extends Paper {
  code: string;
  state: InvoiceState;
  refundedMinor: number;
  /** Instants; it is due before `dueAt`. */
  dueAt: string;
  paidAt: string | null;
  overdue: boolean;
  /** Payments that are on their way. */
  coming: Coming[];
  /** It can be paid online. */
  online: boolean;
  /** Where a transfer goes; the IBAN in groups of four. */
  account: { holder: string; iban: string; bic: string | null } | null;
}

/**
 * Where paying stands: to be done, tried in vain, said by the gateway's page to be done, on its way, to be done although one is on its
 * way, told by the gateway itself and being booked, or over.
 */
export type Stage = "open" | "declined" | "said" | "coming" | "again" | "booking" | "over";
