import type { Day } from "./days.ts";
import type { Customer } from "./parties.ts";
import { demand, find } from "./refusal.ts";
import { type Subscription, turn, turningDay } from "./subscriptions.ts";
import type { World } from "./world.ts";

/**
 * A customer goes to another reseller, or to the agency (null), and everybody agrees: on the next day on which a period of its begins, or
 * at once where nothing runs.
 */
export function moveCustomer(
  world: World,
  id: string,
  { from, to }: { from: string | null; to: string | null },
): void {
  const customer = find(world.customers, id);
  demand(customer.reseller === from && from !== to, "not_its_customer");
  demand(customer.moving === undefined, "moving");
  demand(to === null || !find(world.resellers, to).stopped, "stopped");
  const here = runningHere(world, customer);
  demand(
    here.every(({ waiting }) => waiting === null),
    "change_waits",
  );
  const on = here
    .map(turningDay)
    .reduce<Day | undefined>((first, day) => (first && first < day ? first : day), undefined);
  customer.moving = { to, on: on ?? world.today };
  endWhatEnds(world, customer);
  if (on === undefined) carryOver(world, customer);
}

/**
 * Whether the turn of a subscription waits for its customer to move first: what ends with the move ends before it, and the rest of
 * what is due comes behind it.
 */
export function comesWithMove(world: World, due: Subscription): boolean {
  const customer = find(world.customers, due.customer);
  const { moving, reseller } = customer;
  if (!moving || moving.on > world.today || due.handedOver || due.reseller !== reseller) return false;
  carryOut(world, customer);
  return true;
}

type Mover = Customer & { moving: NonNullable<Customer["moving"]> };

/** Who moves first, up to and with a day. */
export function nextMover({ customers }: World, until: Day): Mover | undefined {
  const due = customers.filter((one): one is Mover => one.moving !== undefined && one.moving.on <= until);
  return due.sort((one, other) => (one.moving.on < other.moving.on ? -1 : 1))[0];
}

/** Moves a customer on its day, or first ends one of what ends with the move. */
export function carryOut(world: World, customer: Customer): void {
  endWhatEnds(world, customer);
  const ending = runningHere(world, customer).find((one) => one.handedOver && turningDay(one) <= world.today);
  if (ending) turn(world, ending);
  else carryOver(world, customer);
}

/** What the agency sold goes on where the receiver sells for it; everything else ends with its period. */
function endWhatEnds(world: World, customer: Customer): void {
  const { to } = customer.moving!;
  const forAgency = to === null || find(world.resellers, to).type === "commission";
  for (const one of runningHere(world, customer))
    if (!one.handedOver && !(forAgency && one.seller === "agency"))
      Object.assign(one, { handedOver: true, cancelled: true, waiting: null });
}

function carryOver(world: World, customer: Customer): void {
  const { to } = customer.moving!;
  for (const one of runningHere(world, customer)) if (!one.handedOver) one.reseller = to;
  customer.reseller = to;
  customer.moving = undefined;
}

/** What runs of a customer with the seller it is with, in the order in which it was sold. */
function runningHere({ subscriptions }: World, { id, reseller }: Customer): Subscription[] {
  return subscriptions.filter(
    (one) => one.customer === id && one.reseller === reseller && one.state !== "ended",
  );
}
