import { demand, find } from "./refusal.ts";
import type { World } from "./world.ts";

export type RateSource = "customer" | "plan" | "agreement" | "reseller";

/** One word about a rate. Words count from the moment they are said, so a later one in the list is the newer one. */
export interface Rate {
  source: RateSource;
  /** The customer, plan, agreement or reseller it is said of. */
  of: string;
  /** Only of a customer can its reseller say something too. */
  by: "agency" | "reseller";
  /** Null takes the word before away. */
  bps: number | null;
}

/** A word as it stands: of a customer it counts with the reseller it was said under. */
export interface SaidRate extends Rate {
  under: string | null;
}

/** What counts, and where it came from. */
export interface CountingRate {
  bps: number;
  source: RateSource;
}

export function setRate(world: World, rate: Rate): void {
  demand(rate.bps === null || (rate.bps >= 0 && rate.bps <= 10_000), "amount");
  if (rate.source === "plan") demand(find(world.plans, rate.of).seller === "agency", "not_its_seller");
  if (rate.source === "reseller") find(world.resellers, rate.of);
  if (rate.source === "agreement")
    demand(
      world.resellers.some(({ agreement }) => agreement === rate.of),
      "unknown",
    );
  const under = rate.source === "customer" ? find(world.customers, rate.of).reseller : null;
  demand(rate.source === "customer" ? under !== null : rate.by === "agency", "not_its_customer");
  world.rates.push({ ...rate, under });
}

/** The rate that counts now for what a reseller's customer buys; null where none is set. */
export function countingRate(world: World, customer: string, plan: string): CountingRate | null {
  const without = standing(world, customer, plan);
  const own = resellersOwnWord(world, customer);
  return own !== null && without !== null && own < without.bps ? { bps: own, source: "customer" } : without;
}

/** What counts without the reseller's own word; without a plan, apart from what is said of plans. */
export function standing(world: World, customer: string, plan: string | null): CountingRate | null {
  const reseller = find(world.resellers, find(world.customers, customer).reseller ?? "");
  return (
    word(world, "customer", customer, reseller.id) ??
    (plan === null ? null : word(world, "plan", plan)) ??
    (reseller.agreement === null ? null : word(world, "agreement", reseller.agreement)) ??
    word(world, "reseller", reseller.id)
  );
}

function word(
  world: World,
  source: RateSource,
  of: string,
  under: string | null = null,
): CountingRate | null {
  const bps = world.rates.findLast(
    (rate) => rate.by === "agency" && rate.source === source && rate.of === of && rate.under === under,
  )?.bps;
  return bps === undefined || bps === null ? null : { bps, source };
}

/** What the reseller said of its customer, if it is the newer word: after one of the agency's it counts no more. */
function resellersOwnWord(world: World, customer: string): number | null {
  const { reseller } = find(world.customers, customer);
  const newest = world.rates.findLast(
    ({ source, of, under }) => source === "customer" && of === customer && under === reseller,
  );
  return newest?.by === "reseller" ? newest.bps : null;
}
