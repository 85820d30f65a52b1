/** Where a rate can be set, the most particular first (features.md 2.3). */
export const rateSources = ["customer", "plan", "agreement", "reseller"] as const;
export type RateSource = (typeof rateSources)[number];

/** The newest word of one side on one source's rate; null = taken away. */
export interface RateWord {
  source: RateSource;
  setBy: "agency" | "reseller";
  id: string;
  rateBps: number | null;
  /** Microseconds of the database's clock, as text of equal length or an instant's text: compared, never reckoned with. */
  createdAt: string;
}

export interface CountingRate {
  id: string;
  source: RateSource;
  rateBps: number;
}

/**
 * The rate that counts: a customer's over a plan's over an agreement's over the reseller's. A reseller's own word on its
 * customer counts while it is newer than the agency's and lower than what would count without it, so it can keep or lower a rate
 * and never raise it. Undefined where nobody set one.
 */
export function countingRate(words: readonly RateWord[]): CountingRate | undefined {
  const agencys = rateSources.map((source) => wordOf(words, source, "agency"));
  const given = agencys.find((word) => typeof word?.rateBps === "number");
  const base = given && counting(given);
  const own = wordOf(words, "customer", "reseller");
  const said = wordOf(words, "customer", "agency");
  if (!base || typeof own?.rateBps !== "number" || (said && said.createdAt > own.createdAt)) return base;
  return own.rateBps < base.rateBps ? counting(own) : base;
}

/** The rate that would count for a customer without a word on itself: what its own is filled in with. */
export function inheritedRate(words: readonly RateWord[]): CountingRate | undefined {
  return countingRate(words.filter(({ source }) => source !== "customer"));
}

/** The most a reseller may set for its customer: what counts without its own word. */
export function rateCeiling(words: readonly RateWord[]): CountingRate | undefined {
  return countingRate(words.filter(({ setBy }) => setBy === "agency"));
}

function wordOf(words: readonly RateWord[], source: RateSource, setBy: RateWord["setBy"]) {
  return words.find((word) => word.source === source && word.setBy === setBy);
}

function counting({ id, source, rateBps }: RateWord): CountingRate {
  return { id, source, rateBps: rateBps ?? 0 };
}
