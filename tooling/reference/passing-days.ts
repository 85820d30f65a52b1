import type { Day } from "./days.ts";
import { demand } from "./refusal.ts";
import { turn, turningDay } from "./subscriptions.ts";
import type { World } from "./world.ts";

/**
 * Lets the days pass up to and with `day`, each turn of a subscription on its own day: the earlier first, and on one
 * day in the order in which they were sold.
 */
export function advanceTo(world: World, day: Day): void {
  demand(day >= world.today, "in_the_past");
  for (let due = nextDue(world, day); due; due = nextDue(world, day)) {
    world.today = turningDay(due);
    turn(world, due);
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
