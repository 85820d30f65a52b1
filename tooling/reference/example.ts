import { expect } from "vitest";
import type { MeterTerms } from "./parties.ts";
import { type Step, take } from "./steps.ts";
import { found, type World } from "./world.ts";

/**
 * The world of the examples, on the last day of a January. The agency adds 19 % of tax and sells p1 for 10.00 and p2
 * for 30.00 a month. r1 sells these for it to c1 and c2; r2 has plans of its own, adds 7 % and sells p5 and p6 to c3; c4
 * is the agency's own customer.
 */
export function exampleWorld(): World {
  const eur = { currency: "EUR", interval: "month", metered: [] as MeterTerms[] } as const;
  return found({
    today: "2026-01-31",
    agencyTaxBps: 1900,
    resellers: [
      { id: "r1", type: "commission", agreement: "a1", taxBps: 700, stopped: false },
      { id: "r2", type: "own_plans", agreement: null, taxBps: 700, stopped: false },
    ],
    customers: [
      { id: "c1", reseller: "r1", taxed: true, stopped: false },
      { id: "c2", reseller: "r1", taxed: false, stopped: false },
      { id: "c3", reseller: "r2", taxed: true, stopped: false },
      { id: "c4", reseller: null, taxed: true, stopped: false },
    ],
    plans: [
      { id: "p1", seller: "agency", ...eur, unitPrice: 1000n },
      { id: "p2", seller: "agency", ...eur, unitPrice: 3000n },
      { id: "p3", seller: "agency", currency: "EUR", interval: "year", unitPrice: 9999n, metered: [] },
      { id: "p4", seller: "agency", currency: "JPY", interval: "month", unitPrice: 1001n, metered: [] },
      { id: "p5", seller: "r2", ...eur, unitPrice: 500n },
      { id: "p6", seller: "r2", ...eur, unitPrice: 900n },
    ],
  });
}

/** Takes steps that must all be allowed. */
export function takeAll(world: World, ...steps: Step[]): World {
  for (const step of steps) expect({ step, refused: take(world, step) }).toEqual({ step, refused: null });
  return world;
}

/** One unit of a plan, without a trial. */
export function sale(
  customer: string,
  plan: string,
  more: { quantity?: number; trialDays?: number } = {},
): Step {
  return { do: "sell", customer, plan, quantity: 1, trialDays: 0, ...more };
}

/** What the agency says of a rate. */
export function rate(
  source: "customer" | "plan" | "agreement" | "reseller",
  of: string,
  bps: number | null,
): Step {
  return { do: "set rate", source, of, by: "agency", bps };
}
