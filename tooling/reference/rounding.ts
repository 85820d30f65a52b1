/** Quotient rounded to the nearest whole number, a half to the even neighbour. The divisor is positive. */
export function halfEven(dividend: bigint, divisor: bigint): bigint {
  const rest = ((dividend % divisor) + divisor) % divisor;
  const below = (dividend - rest) / divisor;
  if (rest * 2n < divisor) return below;
  if (rest * 2n > divisor) return below + 1n;
  return below % 2n === 0n ? below : below + 1n;
}

/** A share in basis points: 250 are 2.5 %. */
export function share(amount: bigint, bps: number): bigint {
  return halfEven(amount * BigInt(bps), 10_000n);
}

/**
 * Shares a whole out by weights, none of them negative and not all zero. Each part is first cut down to a whole number;
 * what is then missing goes, one by one, to the largest remainders, and among equal ones to the earlier.
 */
export function shareOut(whole: bigint, weights: bigint[]): bigint[] {
  const total = sum(weights);
  const parts = weights.map((weight) => (whole * weight) / total);
  const missing = Number(whole - sum(parts));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, missing)) parts[index]! += 1n;
  return parts;
}

export function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
