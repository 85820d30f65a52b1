import type { listPayouts } from "@tenantry/core/payouts/list";
import type { previewPayouts } from "@tenantry/core/payouts/preview";
import type { previewBankFile } from "@tenantry/core/payouts/preview-bank-file";
import type { readPayout } from "@tenantry/core/payouts/read";

export type PayoutRow = Awaited<ReturnType<typeof listPayouts>>["payouts"][number];
export type Payout = Awaited<ReturnType<typeof readPayout>>;
export type PayoutLine = Payout["commissions"][number];
export type BankFilePreview = Awaited<ReturnType<typeof previewBankFile>>;
type Preview = Awaited<ReturnType<typeof previewPayouts>>;

/** A run as it would be now: everything due, what of it was left out by hand, and what goes out in all. */
export interface RunPreview extends Preview {
  minimumMinor: number;
  exclude: string[];
}

/** What the signed-in person may do with payouts: what is false is not offered. */
export interface PayoutRights {
  /** The agency's own: who gets a payout is said. */
  ofAgency: boolean;
  create: boolean;
  statements: boolean;
  exchangeRates: boolean;
  /** Make a file of the drafts for the bank. */
  bankFile: boolean;
  send: boolean;
  complete: boolean;
  fail: boolean;
  cancel: boolean;
}
