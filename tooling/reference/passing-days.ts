import type { Day } from "./days.ts";
import { carryOut, comesWithMove, nextMover } from "./moves.ts";
import { demand } from "./refusal.ts";
import { turn, turningDay } from "./subscriptions.ts";
import type { World } from "./world.ts";

/**
 * Lets the days pass up to and with `day`, each turn of a subscription on its own day: the earlier first, and on one
 * day in the order in which they were sold.
 */
export function advanceTo(world: World, day: Day): void {
  demand(day >= world.today, "in_the_past");
  for (;;) {
    const due = nextDue(world, day);
    const mover = nextMover(world, day);
    if (mover && (!due || mover.moving.on < turningDay(due))) {
      world.today = mover.moving.on;
      carryOut(world, mover);
    } else if (due) {
      world.today = turningDay(due);
      if (!comesWithMove(world, due)) turn(world, due);
    } else break;
  }
  world.today = day;
}

function nextDue(world: World, until: Day) {
  return world.subscriptions
    .filter((subscription) => subscription.state !== "ended" && turningDay(subscription) <= until)
    .reduce<(typeof world.subscriptions)[number] | undefined>(
      (first, next) => (first && turningDay(first) <= turningDay(next) ? first : next),
      undefined,
    );
}
