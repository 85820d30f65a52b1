const prefixes = { invoice: "INV", credit_note: "CN" } as const;

/** A number as people read it: INV-000417. Unique for one seller, with the seller's name beside it for everybody. */
export function codeOf(kind: keyof typeof prefixes, number: bigint): string {
  return `${prefixes[kind]}-${String(number).padStart(6, "0")}`;
}
