import type { ChargeLine } from "../invoices/draft.ts";
import { daysBetween } from "../kernel/clock.ts";
import type { Count, Reckoning } from "./reckon.ts";
import { settleDues } from "./rules.ts";

/** What is written of a count: what was charged of it, or below zero taken off, and with which line. */
export interface Step {
  count: Count;
  step: number;
  billedMinor: bigint;
  /** Its place among the lines; undefined where it comes to nothing. */
  line: number | undefined;
}

/** Whom a period's end charges for use, the one whose id is least first. Pure. */
export function buyersOf({ meters, earlier }: Reckoning): string[] {
  const counts = [...earlier, ...meters.flatMap(({ count }) => count ?? [])];
  return [...new Set(counts.map(({ buyerId }) => buyerId))].sort();
}

/**
 * The lines that a period's end makes for one buyer, by meter and of each the oldest first, and the steps behind them. A count that has
 * ended is kept even where nothing is over. Pure.
 */
export function chargeOverage(reckoning: Reckoning, buyerId: string): { lines: ChargeLine[]; steps: Step[] } {
  const isTheirs = (count: Count) => count.buyerId === buyerId;
  const ending = reckoning.meters.flatMap(({ count }) => count ?? []).filter(isTheirs);
  const dues = [...reckoning.earlier.filter(isTheirs), ...ending];
  const lines: ChargeLine[] = [];
  const steps: Step[] = [];
  const last = new Map(dues.map((count) => [count, count.step]));
  const take = (count: Count, billedMinor: bigint, line: number | undefined) => {
    const step = last.get(count)! + 1;
    last.set(count, step);
    steps.push({ count, step, billedMinor, line });
  };
  for (const count of ending) if (count.dueMinor === 0n) take(count, 0n, undefined);
  // An order of their own: who is refunded the last cent hangs on which line comes first.
  for (const meter of [...new Set(dues.map((count) => count.meter))].sort()) {
    for (const { due, netMinor, credits } of settleDues(dues.filter((count) => count.meter === meter))) {
      const line = netMinor > 0n ? lines.length : undefined;
      if (line !== undefined) lines.push(lineOf(due, netMinor));
      take(due, due.dueMinor, line);
      for (const credit of credits) take(credit.due, -credit.amountMinor, line);
    }
  }
  return { lines, steps };
}

/** One thing at the price that its usage comes to; from what that is reckoned stands beside it (on-lines.ts). */
function lineOf({ subscriptionId, planId, planName, period, step }: Count, priceMinor: bigint): ChargeLine {
  const kind = step === 0 ? ("overage" as const) : ("correction" as const);
  const periodDays = daysBetween(period.from, period.to);
  return {
    ...{ kind, subscriptionId, planId, planName, period, periodDays },
    ...{ quantity: 1, unitMinor: priceMinor, priceMinor },
  };
}
