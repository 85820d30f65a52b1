/** What a count keeps of the plan: units included in its whole period, and what a block of more costs. */
export interface MeteredTerms {
  includedUnits: bigint;
  blockUnits: bigint;
  blockMinor: bigint;
}

/** Blocks begun past the included units. Pure. */
export function blocksOver({ includedUnits, blockUnits }: MeteredTerms, units: bigint): bigint {
  const over = units - includedUnits;
  return over <= 0n ? 0n : (over + blockUnits - 1n) / blockUnits;
}

/** What so many units cost past the included ones. Pure. */
export function overageMinor(terms: MeteredTerms, units: bigint): bigint {
  return blocksOver(terms, units) * terms.blockMinor;
}

/** A subscription that could count a meter of its customer. */
export interface Candidate {
  subscriptionId: string;
  active: boolean;
  /** Its plan charges the customer for more. */
  charges: boolean;
}

/**
 * Which of a customer's subscriptions counts a meter, so that each day is counted once: the one that did last while it can, else the one
 * that was sold first. `candidates` are in that order. Pure.
 */
export function counterOf(candidates: readonly Candidate[], last?: string): string | undefined {
  const able = candidates.filter(({ active, charges }) => active && charges);
  return (able.find(({ subscriptionId }) => subscriptionId === last) ?? able[0])?.subscriptionId;
}

/** A line of an invoice: what is due, less what was charged too much before. */
export interface SettledLine<Due> {
  due: Due;
  netMinor: bigint;
  credits: { due: Due; amountMinor: bigint }[];
}

/**
 * Settles what is due of one meter, the oldest first: each amount above zero is a line, and those below are taken off the lines as far as
 * these reach. What does not fit waits. Pure.
 */
export function settleDues<Due extends { dueMinor: bigint }>(dues: readonly Due[]): SettledLine<Due>[] {
  const owing = dues.flatMap((due) => (due.dueMinor < 0n ? [{ due, left: -due.dueMinor }] : []));
  return dues
    .filter(({ dueMinor }) => dueMinor > 0n)
    .map((due) => {
      const line: SettledLine<Due> = { due, netMinor: due.dueMinor, credits: [] };
      for (const credit of owing) {
        let amountMinor = credit.left;
        if (amountMinor > line.netMinor) amountMinor = line.netMinor;
        if (amountMinor === 0n) continue;
        credit.left -= amountMinor;
        line.netMinor -= amountMinor;
        line.credits.push({ due: credit.due, amountMinor });
      }
      return line;
    });
}
