import type { RateSource } from "../commissions/rate.ts";
import type { FrozenRate, NoCommission } from "../commissions/rules.ts";

/** Columns of a line that say which rate counted when it was issued. */
interface FrozenColumns {
  rateId: string | null;
  rateSource: RateSource | null;
  rateBps: number | null;
  noCommission: NoCommission | null;
}

export function frozenColumns(frozen: FrozenRate): FrozenColumns {
  if ("none" in frozen) return { rateId: null, rateSource: null, rateBps: null, noCommission: frozen.none };
  const { id, source, rateBps } = frozen.rate;
  return { rateId: id, rateSource: source, rateBps, noCommission: null };
}

/** The reverse, for whoever decides by what is frozen. */
export function frozenOf({ rateId, rateSource, rateBps, noCommission }: FrozenColumns): FrozenRate {
  if (rateId && rateSource && rateBps !== null) return { rate: { id: rateId, source: rateSource, rateBps } };
  return { none: noCommission ?? "no_rate" };
}
