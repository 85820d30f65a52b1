/**
 * The most that a line of an invoice can bring, refunds taken off: what it was sold for without tax and has not gone back. A line on which
 * the reseller earns by selling for itself, or that is nobody's, brings nothing.
 */
export function mostOf(rows: readonly { outcome: string; baseMinor: bigint }[]): bigint {
  const [first] = rows;
  if (!first || first.outcome === "skipped") return 0n;
  return rows.reduce((left, { baseMinor }) => left + baseMinor, 0n);
}
