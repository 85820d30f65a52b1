import { diffTerms } from "./diff.ts";
import { noTerms, type Price, type Terms } from "./terms.ts";

/** A plan in one version, as a reseller is on it or would be. */
export interface PlanAt {
  planId: string;
  name: string;
  version: number;
  terms: Terms;
}

/** What a change of plan means for one reseller. Amounts in minor units, units per month. */
export interface ChangePreview {
  before: Omit<PlanAt, "terms"> | null;
  after: Omit<PlanAt, "terms">;
  /** Per meter; null = no limit. `overUnits` = what this month used past the new allowance. */
  meters: { meter: string; before: number | null; after: number | null; used: number; overUnits: number }[];
  /** Per interval and currency; null = no such price. */
  prices: (Omit<Price, "amountMinor"> & { before: number | null; after: number | null })[];
  /** Nothing would change. */
  same: boolean;
}

/**
 * The one function behind the preview, the change and the migration of many: what is included and asked before and
 * after. `priceNow` is what the reseller pays today, which may be an earlier version's price; with `keepPrice` it goes
 * on paying that. Pure.
 */
export function previewChange(
  now: { plan: PlanAt | null; priceNow: Price[] },
  next: PlanAt,
  used: (meter: string) => number,
  keepPrice: boolean,
): ChangePreview {
  const before = now.plan?.terms ?? noTerms;
  const prices = keepPrice ? now.priceNow : next.terms.prices;
  const includedIn = ({ meters }: Terms, meter: string) =>
    meters.find((one) => one.meter === meter)?.includedUnits ?? null;
  const keys = new Set([...before.meters, ...next.terms.meters].map(({ meter }) => meter));
  return {
    before: now.plan && told(now.plan),
    after: told(next),
    meters: [...keys].map((meter) => {
      const after = includedIn(next.terms, meter);
      const units = used(meter);
      const overUnits = after === null ? 0 : Math.max(0, units - after);
      return { meter, before: now.plan && includedIn(before, meter), after, used: units, overUnits };
    }),
    prices: pricePairs(now.priceNow, prices),
    same: now.plan?.planId === next.planId && now.plan.version === next.version,
  };
}

function told({ planId, name, version }: PlanAt): Omit<PlanAt, "terms"> {
  return { planId, name, version };
}

/** Every price of either side, changed or not: a preview says what stays too. */
function pricePairs(before: Price[], after: Price[]): ChangePreview["prices"] {
  const changed = diffTerms({ prices: before, meters: [] }, { prices: after, meters: [] }).flatMap((one) =>
    one.of === "price" ? [one] : [],
  );
  const stays = after
    .filter(({ currency, interval }) =>
      changed.every((one) => one.currency !== currency || one.interval !== interval),
    )
    .map(({ currency, interval, amountMinor }) => ({
      ...{ currency, interval },
      before: amountMinor,
      after: amountMinor,
    }));
  return [...stays, ...changed.map(({ of: _, ...pair }) => pair)];
}
