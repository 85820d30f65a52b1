import { carryOnSubscriptions } from "@tenantry/core/subscriptions/sweep";
import { carryOutTransfers } from "@tenantry/core/transfers/sweep";
import type { Day } from "../days.ts";
import type { Product } from "./product.ts";

/** Noon of a day where the agency is. */
export async function setDay({ stage, agencyId }: Product, day: Day): Promise<void> {
  await stage.eyes.query(
    `update agencies set clock_offset = (($2::date + time '12:00') at time zone billing_zone) - now()
     where agency_id = $1`,
    [agencyId, day],
  );
}

/** Does something in the evening; afterwards it is as late as if nothing had been, so that what follows is later than what was. */
export async function inTheEvening<Done>(
  { stage, agencyId }: Product,
  work: () => Promise<Done>,
): Promise<Done> {
  const move = (hours: number) =>
    stage.eyes.query(
      "update agencies set clock_offset = clock_offset + $2 * interval '1 hour' where agency_id = $1",
      [agencyId, hours],
    );
  await move(8);
  const done = await work();
  await move(-8);
  return done;
}

/** Lets the days pass, and the worker come on each on which something is due, as it would on every one. */
export async function advanceTo(product: Product, day: Day): Promise<void> {
  for (let due = await nextDue(product); due && due <= day; due = await nextDue(product)) {
    await setDay(product, due);
    await carryOnSubscriptions(product.stage.worker);
    // Who moves does so before what begins then; what ends with it has just ended.
    await carryOutTransfers(product.stage.worker);
  }
  await setDay(product, day);
}

async function nextDue({ stage, agencyId, zone }: Product): Promise<Day | null> {
  const { rows } = await stage.eyes.query<{ day: Day | null }>(
    `select (min(due_at) at time zone $2)::date as day from subscriptions where agency_id = $1 and state <> 'ended'`,
    [agencyId, zone],
  );
  return rows[0]!.day;
}
