import type { Count } from "../overages.ts";
import { find } from "../refusal.ts";
import type { World } from "../world.ts";
import { differences, type Tally, tally, twice } from "./tally.ts";

/** I8 of what is used: each day of a customer's meter is counted once, in a period of who counts it, and lines come to what is noted as charged. */
export function brokenOverages(world: World): string[] {
  const keys = world.counts.map(
    ({ subscription, meter, period }) => `${subscription} ${meter} ${period.from}`,
  );
  return [
    ...twice(keys).map((count) => `${count} is counted twice`),
    ...world.counts.flatMap((count) => brokenCount(world, count)),
    ...differences("usage charged to", chargedLines(world), billedCounts(world)),
  ];
}

function brokenCount(world: World, { customer, subscription, meter, period, from, billed }: Count): string[] {
  const name = `${subscription} ${meter} ${period.from}`;
  const own = find(world.subscriptions, subscription).periods;
  const overlaps = world.counts.filter(
    (other) =>
      other.customer === customer &&
      other.meter === meter &&
      other.from < period.to &&
      from < other.period.to,
  );
  return [
    ...(overlaps.length > 1 ? [`${name} shares days with another count`] : []),
    ...(own.some((one) => one.from === period.from && one.to === period.to)
      ? []
      : [`${name} is no period of it`]),
    ...(period.from <= from && from < period.to ? [] : [`${name} is counted from ${from}`]),
    ...(billed < 0n ? [`${name} is charged less than nothing`] : []),
  ];
}

function chargedLines({ invoices }: World): Tally {
  return tally(
    invoices.flatMap(({ customer, seller, currency, lines }) =>
      lines
        .filter(({ meter }) => meter !== null)
        .map(({ meter, net }): [string, bigint] => [`${customer} ${seller} ${currency} ${meter}`, net]),
    ),
  );
}

function billedCounts(world: World): Tally {
  return tally(
    world.counts.map(({ buyer, subscription, meter, billed }): [string, bigint] => {
      const { seller, currency } = find(world.subscriptions, subscription);
      return [`${buyer} ${seller} ${currency} ${meter}`, billed];
    }),
  );
}
