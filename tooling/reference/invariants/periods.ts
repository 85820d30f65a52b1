import { daysBetween } from "../days.ts";
import type { Subscription } from "../subscriptions.ts";
import type { World } from "../world.ts";
import { twice } from "./tally.ts";

/** I8: trial and periods tile time, today is in the last of them, and none of them is charged twice. */
export function brokenPeriods(world: World): string[] {
  const recurring = world.invoices
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === "new" || kind === "renewal")
    .map(({ subscription, period }) => `${subscription} from ${period.from} to ${period.to}`);
  const known = new Set(
    world.subscriptions.flatMap(({ id, periods }) =>
      periods.map(({ from, to }) => `${id} from ${from} to ${to}`),
    ),
  );
  return [
    ...world.subscriptions.flatMap((subscription) => brokenTiles(world, subscription)),
    ...twice(recurring).map((period) => `${period} is charged twice`),
    ...recurring.filter((period) => !known.has(period)).map((period) => `${period} is no period of it`),
  ];
}

function brokenTiles({ today }: World, { id, trial, anchor, periods, state }: Subscription): string[] {
  const tiles = trial ? [trial, ...periods] : periods;
  const isNow = tiles.at(-1)!.from <= today && today < tiles.at(-1)!.to;
  return tiles
    .flatMap(({ from, to }, index) => {
      const before = tiles[index - 1];
      if (daysBetween(from, to) < 1) return [`${id} has a period of no day from ${from}`];
      return before && before.to !== from ? [`${id} goes from ${before.to} to ${from}`] : [];
    })
    .concat(periods.length > 0 && periods[0]!.from !== anchor ? [`${id} does not begin at ${anchor}`] : [])
    .concat((state === "trial") !== (periods.length === 0) && state !== "ended" ? [`${id} is ${state}`] : [])
    .concat(state !== "ended" && !isNow ? [`${id} runs and has no period today`] : []);
}
