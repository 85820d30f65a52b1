import type { Tax } from "./tax.ts";

interface TaxedLine {
  taxBps: number;
  taxReason: Tax["reason"];
  taxMinor: number;
}

export interface TaxRow {
  bps: number;
  reason: Tax["reason"];
  taxMinor: number;
}

/** The tax of all lines, by rate and reason, in the order of the lines. */
export function taxRows(lines: readonly TaxedLine[]): TaxRow[] {
  const rows = new Map<string, TaxRow>();
  for (const { taxBps, taxReason, taxMinor } of lines) {
    const key = `${taxBps} ${taxReason}`;
    const before = rows.get(key)?.taxMinor ?? 0;
    rows.set(key, { bps: taxBps, reason: taxReason, taxMinor: before + taxMinor });
  }
  return [...rows.values()];
}
