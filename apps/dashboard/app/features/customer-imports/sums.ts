import type { CurrencySum, Totals } from "./types.ts";

/** The first invoices of each currency in sum; `firsts` are by currency and day. Pure. */
export function sumsOf(firsts: Totals["firsts"]): CurrencySum[] {
  const sums = new Map<string, CurrencySum>();
  for (const { on, ...first } of firsts) {
    const before = sums.get(first.currency);
    if (before) {
      before.to = on;
      before.count += first.count;
      before.netMinor += first.netMinor;
      before.taxMinor += first.taxMinor;
      before.totalMinor += first.totalMinor;
    } else sums.set(first.currency, { ...first, from: on, to: on });
  }
  return [...sums.values()];
}
