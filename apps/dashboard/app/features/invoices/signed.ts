import type { InvoiceKind } from "./types.ts";

/** What an amount of a document adds to what is owed: a credit note takes from it. */
export function signed({ kind }: { kind: InvoiceKind }, minor: number): number {
  return kind === "credit_note" ? -minor : minor;
}
