import type { Day, Interval, Period } from "./days.ts";
import type { Charge } from "./invoices.ts";
import type { MeterTerms } from "./parties.ts";
import { find } from "./refusal.ts";
import { sum } from "./rounding.ts";
import type { Subscription } from "./subscriptions.ts";
import { type Meter, unitsOf } from "./usage.ts";
import type { World } from "./world.ts";

/** A customer's meter in a period that has ended, with the terms that ran then, and what was charged of it by now. */
export interface Count {
  customer: string;
  /** Who is charged: the customer, or its reseller. */
  buyer: string;
  subscription: string;
  meter: Meter;
  period: Period;
  /** The first day that is counted: those before were counted by another subscription. */
  from: Day;
  included: bigint;
  block: bigint;
  price: bigint;
  /** Less what was taken off later lines. */
  billed: bigint;
}

const MONTHS: Record<Interval, bigint> = { month: 1n, year: 12n };

/**
 * Counts the period of a subscription that ends today, and reckons every earlier count of the same customer, seller and currency again.
 * Answers what is to be charged to whom: by meter, of each the oldest period first.
 */
export function chargeUsage(world: World, subscription: Subscription): Map<string, Charge[]> {
  const earlier = world.counts.filter(
    (count) => count.customer === subscription.customer && isChargedWith(world, count, subscription),
  );
  const ending = subscription.metered.flatMap((terms) => countOf(world, subscription, terms) ?? []);
  world.counts.push(...ending);
  const all = [...earlier, ...ending];
  const buyers = [...world.customers, ...world.resellers].filter(({ id }) =>
    all.some((one) => one.buyer === id),
  );
  return new Map(
    buyers.map(({ id }) => [
      id,
      chargesTo(
        world,
        all.filter((one) => one.buyer === id),
        ending,
      ),
    ]),
  );
}

function chargesTo(world: World, counts: Count[], ending: Count[]): Charge[] {
  const meters = [...new Set(counts.map(({ meter }) => meter))].sort();
  return meters.flatMap((meter) =>
    settle(
      world,
      counts.filter((count) => count.meter === meter),
      ending,
    ),
  );
}

/** What a count comes to by now: each block begun past what is included. */
export function dueOf(
  world: World,
  { customer, meter, from, period, included, block, price }: Count,
): bigint {
  const over = unitsOf(world, customer, meter, { from, to: period.to }) - included;
  return over <= 0n ? 0n : ((over + block - 1n) / block) * price;
}

/** Who is charged for more by a plan's terms: a seller charges nothing to itself. */
export function chargedTo(
  { payer, price }: MeterTerms,
  { customer, reseller, seller }: Pick<Subscription, "customer" | "reseller" | "seller">,
): string | undefined {
  if (price === null || payer === "agency") return undefined;
  if (payer === "customer") return customer;
  return seller === "agency" ? (reseller ?? customer) : undefined;
}

function isChargedWith(world: World, count: Count, { seller, currency }: Subscription): boolean {
  const counted = find(world.subscriptions, count.subscription);
  return counted.seller === seller && counted.currency === currency;
}

/** The count of a meter where this subscription is the one that counts it, and there are days left to count. */
function countOf(world: World, subscription: Subscription, terms: MeterTerms): Count | undefined {
  const { id, customer, interval, periods } = subscription;
  const { meter, block, price } = terms;
  const period = periods.at(-1)!;
  const last = world.counts.findLast((count) => count.customer === customer && count.meter === meter);
  const from = last && last.period.to > period.from ? last.period.to : period.from;
  const buyer = chargedTo(terms, subscription);
  if (price === null || !buyer || counterOf(world, customer, meter, last) !== id || from >= period.to)
    return undefined;
  const included = sum(
    running(world, customer).flatMap(({ quantity, metered }) =>
      metered.filter((one) => one.meter === meter).map((one) => one.included * BigInt(quantity)),
    ),
  );
  return {
    ...{ customer, buyer, subscription: id, meter, period, from },
    ...{ included: included * MONTHS[interval], block, price, billed: 0n },
  };
}

/** The subscription that counts a meter: the one that did last as long as it can, else the one that was sold first. */
function counterOf(
  world: World,
  customer: string,
  meter: Meter,
  last: Count | undefined,
): string | undefined {
  const able = running(world, customer).filter(
    (one) =>
      one.state === "active" && one.metered.some((terms) => terms.meter === meter && chargedTo(terms, one)),
  );
  return (able.find(({ id }) => id === last?.subscription) ?? able[0])?.id;
}

/** Those of a customer that have not ended, in the order in which they were sold. */
function running(world: World, customer: string): Subscription[] {
  return world.subscriptions.filter((one) => one.customer === customer && one.state !== "ended");
}

/** Lines for what is more than was charged; what was charged too much is taken off them as far as they reach. */
function settle(world: World, counts: Count[], ending: Count[]): Charge[] {
  const open = counts.map((count) => ({ count, due: dueOf(world, count) - count.billed }));
  return open
    .filter(({ due }) => due > 0n)
    .map(({ count, due }) => {
      let net = due;
      count.billed += due;
      for (const waiting of open.filter((one) => one.due < 0n)) {
        let taken = -waiting.due;
        if (taken > net) taken = net;
        net -= taken;
        waiting.due += taken;
        waiting.count.billed -= taken;
      }
      const { subscription, meter, period } = count;
      // It names the plan that its subscription has by now.
      const { plan } = find(world.subscriptions, subscription);
      const kind = ending.includes(count) ? ("overage" as const) : ("correction" as const);
      return { kind, subscription, plan, quantity: 1, period, net, meter };
    });
}
