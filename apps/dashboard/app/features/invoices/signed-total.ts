import type { InvoiceKind } from "./types.ts";

/** What a document adds to what is owed: a credit note takes from it. */
export function signedTotal({ kind, totalMinor }: { kind: InvoiceKind; totalMinor: number }): number {
  return kind === "credit_note" ? -totalMinor : totalMinor;
}
