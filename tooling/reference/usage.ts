import { type Day, daysBetween, type Period } from "./days.ts";
import { demand, find } from "./refusal.ts";
import { sum } from "./rounding.ts";
import type { World } from "./world.ts";

/** What is counted of a customer: units of a counter add up, a gauge stands at what was told of it last. */
export const meters = { messages: "counter", team_members: "gauge" } as const;
export type Meter = keyof typeof meters;

/** What the product told. Of one customer's gauge and day the later word counts. */
export interface UsageEvent {
  customer: string;
  meter: Meter;
  day: Day;
  quantity: bigint;
}

export function use(world: World, event: UsageEvent): void {
  find(world.customers, event.customer);
  demand(event.quantity >= 0n, "amount");
  demand(daysBetween(event.day, world.today) >= 0, "in_the_future");
  world.usage.push({ ...event });
}

/** The units of a period's days: of a counter their sum, of a gauge its value at the end. */
export function unitsOf(world: World, customer: string, meter: Meter, { from, to }: Period): bigint {
  const told = world.usage.filter((event) => event.customer === customer && event.meter === meter);
  if (meters[meter] === "counter")
    return sum(told.filter(({ day }) => day >= from && day < to).map(({ quantity }) => quantity));
  const last = told
    .filter(({ day }) => day < to)
    .reduce<UsageEvent | undefined>((best, next) => (best && best.day > next.day ? best : next), undefined);
  return last?.quantity ?? 0n;
}
