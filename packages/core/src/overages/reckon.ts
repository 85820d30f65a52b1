import type { Day } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import type { Subscription } from "../subscriptions/row.ts";
import { monthsOf, type SubscriptionPeriod } from "../subscriptions/rules.ts";
import { type CountRow, readCounts, readTerms, readUnits, type TermsRow } from "./read-counts.ts";
import { counterOf, type MeteredTerms, overageMinor } from "./rules.ts";

/** A meter in one period: what it comes to, and what of it is not charged yet (below zero: charged too much). */
export interface Count {
  subscriptionId: string;
  planId: string;
  planName: string;
  /** Who is charged: the customer, or the reseller that pays for its customer. */
  buyerId: string;
  meter: string;
  period: SubscriptionPeriod;
  /** The first day that is counted. */
  countedFrom: Day;
  terms: MeteredTerms;
  units: bigint;
  /** What it was when it was last charged; undefined before. */
  lastUnits: bigint | undefined;
  /** The last step that was written; 0 before. */
  step: number;
  dueMinor: bigint;
}

/** A meter of a subscription's plan in the period that runs, counted by it or not. */
export interface RunningMeter {
  meter: string;
  includedUnits: bigint;
  units: bigint;
  payer: TermsRow["payer"];
  /** The subscription that counts it; undefined where none charges the customer for it. */
  countedBy: string | undefined;
  /** What it comes to where this subscription counts it. */
  count: Count | undefined;
}

/** What is to be said of a subscription's usage. */
export interface Reckoning {
  meters: RunningMeter[];
  /** Every earlier period of the customer that its seller can charge in its currency, the oldest first. */
  earlier: Count[];
}

/**
 * Reckons out what a subscription's period comes to by now, and what of earlier ones is still to be charged: for showing it, and for
 * charging it when the period ends.
 */
export async function reckonOverage({ tx, agencyId }: Desk, row: Subscription): Promise<Reckoning> {
  const [terms, counted] = await Promise.all([
    readTerms(tx, row.customerId),
    readCounts(tx, agencyId, row.customerId),
  ]);
  const own = terms
    .filter(({ subscriptionId }) => subscriptionId === row.id)
    .map((said) => ({ ...said, countedFrom: countedFrom(said.meter, row, counted) }));
  const to = row.periodTo;
  const units = await readUnits(tx, agencyId, row.customerId, own, to);
  return {
    meters: own.map((said) => runningMeter(row, said, units.get(said.meter) ?? 0n, terms, counted)),
    earlier: counted
      .filter(({ sellerId, currency }) => sellerId === row.sellerId && currency === row.currency)
      .map(earlierCount),
  };
}

/** Where the last count of a meter ended, or the period begins; of one that ran elsewhere before, not before it was taken over. */
function countedFrom(
  meter: string,
  { periodFrom, takenOverOn }: Subscription,
  counted: readonly CountRow[],
): Day {
  const last = counted.findLast((one) => one.meter === meter);
  return [last?.to, takenOverOn].reduce<Day>(
    (latest, day) => (day && day > latest ? day : latest),
    periodFrom,
  );
}

function runningMeter(
  row: Subscription,
  said: TermsRow & { countedFrom: Day },
  units: bigint,
  terms: readonly TermsRow[],
  counted: readonly CountRow[],
): RunningMeter {
  const { meter, payer, blockUnits, blockMinor, buyerId } = said;
  const all = terms.filter((one) => one.meter === meter);
  const candidates = all.map((one) => ({ ...one, charges: one.blockMinor !== null && one.buyerId !== null }));
  const last = counted.findLast((one) => one.meter === meter);
  const countedBy = counterOf(candidates, last?.subscriptionId);
  const months = BigInt(monthsOf[row.billedEvery]);
  const includedUnits = all.reduce((sum, one) => sum + one.includedUnits * months, 0n);
  const running = { meter, includedUnits, units, payer, countedBy };
  if (countedBy !== row.id || blockMinor === null || buyerId === null || said.countedFrom >= row.periodTo)
    return { ...running, count: undefined };
  const kept = { includedUnits, blockUnits, blockMinor };
  const count: Count = {
    ...{ subscriptionId: row.id, planId: row.planId, planName: row.planName, buyerId, meter },
    ...{ period: { from: row.periodFrom, to: row.periodTo }, countedFrom: said.countedFrom },
    ...{ terms: kept, units, lastUnits: undefined, step: 0, dueMinor: overageMinor(kept, units) },
  };
  return { ...running, count };
}

function earlierCount(counted: CountRow): Count {
  const { subscriptionId, planId, planName, buyerId, meter, from, to, step, units, lastUnits } = counted;
  const { includedUnits, blockUnits, blockMinor, billedMinor } = counted;
  const terms = { includedUnits, blockUnits, blockMinor };
  return {
    ...{ subscriptionId, planId, planName, buyerId, meter },
    ...{ period: { from, to }, countedFrom: counted.countedFrom },
    ...{ terms, units, lastUnits, step, dueMinor: overageMinor(terms, units) - billedMinor },
  };
}
