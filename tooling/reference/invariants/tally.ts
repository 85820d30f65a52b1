/** Sums by key. */
export type Tally = Map<string, bigint>;

export function tally(entries: Iterable<[string, bigint]>): Tally {
  const sums: Tally = new Map();
  for (const [key, amount] of entries) sums.set(key, (sums.get(key) ?? 0n) + amount);
  return sums;
}

/** Where two tallies differ; a key that one of them lacks is a zero there. */
export function differences(what: string, is: Tally, should: Tally): string[] {
  return [...new Set([...is.keys(), ...should.keys()])]
    .filter((key) => (is.get(key) ?? 0n) !== (should.get(key) ?? 0n))
    .map((key) => `${what} ${key}: is ${is.get(key) ?? 0n}, should be ${should.get(key) ?? 0n}`);
}

/** The keys that come more than once. */
export function twice(keys: Iterable<string>): string[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  return [...doubled];
}
