import { addDays, type Day, daysBetween, type Interval, type Period, periodAt } from "./days.ts";
import { type Charge, issueInvoice, type LineKind } from "./invoices.ts";
import { chargeUsage } from "./overages.ts";
import type { Customer, MeterTerms, Plan, Seller } from "./parties.ts";
import { demand, find } from "./refusal.ts";
import { halfEven } from "./rounding.ts";
import type { World } from "./world.ts";

/** What is charged for: copied when it is sold or changed, so that a plan's later price does not reach it. */
export interface Terms {
  plan: string;
  unitPrice: bigint;
  quantity: number;
  metered: MeterTerms[];
}

export interface Subscription extends Terms {
  id: string;
  customer: string;
  /** Whose it is: its customer's reseller, or the one the customer left, until it ends. */
  reseller: string | null;
  /** Stays, whatever the customer's reseller becomes later. */
  seller: Seller;
  currency: string;
  interval: Interval;
  anchor: Day;
  trial: Period | null;
  /** Those that have begun. */
  periods: Period[];
  state: "trial" | "active" | "ended";
  /** Ends when its period or trial does. */
  cancelled: boolean;
  /** It ends because its customer goes to another seller, for good. */
  handedOver: boolean;
  /** A change that counts from the next period. */
  waiting: Terms | null;
}

export function sell(
  world: World,
  sale: { customer: string; plan: string; quantity: number; trialDays: number },
): void {
  const customer = find(world.customers, sale.customer);
  const plan = find(world.plans, sale.plan);
  demand(sale.quantity >= 1 && sale.trialDays >= 0, "amount");
  demand(plan.seller === sellerTo(world, customer), "not_its_seller");
  demand(!isStopped(world, customer), "stopped");
  const anchor = addDays(world.today, sale.trialDays);
  const { seller, currency, interval } = plan;
  const subscription: Subscription = {
    id: `s${world.subscriptions.length + 1}`,
    ...{ customer: customer.id, reseller: customer.reseller, seller, currency, interval, anchor },
    ...termsOf(plan, sale.quantity),
    trial: sale.trialDays > 0 ? { from: world.today, to: anchor } : null,
    periods: [],
    state: "trial",
    cancelled: false,
    handedOver: false,
    waiting: null,
  };
  world.subscriptions.push(subscription);
  if (subscription.trial === null) beginPeriod(world, subscription);
}

/**
 * Another plan, another quantity, or both; what is left out stays. It is an order: refused where a sale would be. Another
 * plan comes at its price of today, the same one keeps the price it was sold for.
 */
export function change(world: World, id: string, to: { plan?: string; quantity?: number }): void {
  const subscription = find(world.subscriptions, id);
  demandRunning(subscription);
  demand(!subscription.cancelled, "cancelled");
  demand(!isStopped(world, find(world.customers, subscription.customer)), "stopped");
  const quantity = to.quantity ?? subscription.quantity;
  demand(quantity >= 1, "amount");
  const samePlan = to.plan === undefined || to.plan === subscription.plan;
  const terms = samePlan
    ? { ...runningTerms(subscription), quantity }
    : termsOf(fittingPlan(world, subscription, to.plan!), quantity);
  if (samePlan && quantity === subscription.quantity) {
    // What runs already: a change that waits is taken away.
    subscription.waiting = null;
    return;
  }
  const difference = chargeOf(terms) - chargeOf(subscription);
  if (subscription.state === "active" && difference <= 0n) {
    subscription.waiting = terms;
    return;
  }
  Object.assign(subscription, terms);
  subscription.waiting = null;
  if (subscription.state === "active") chargeRest(world, subscription, difference);
}

/** Asked for once more, it is as it was. */
export function cancel(world: World, id: string): void {
  const subscription = find(world.subscriptions, id);
  demandRunning(subscription);
  subscription.cancelled = true;
  subscription.waiting = null;
}

export function reactivate(world: World, id: string): void {
  const subscription = find(world.subscriptions, id);
  demandRunning(subscription);
  demand(!subscription.handedOver, "handed_over");
  subscription.cancelled = false;
}

/** The day on which its period or trial ends, and so the next on which something happens to it. */
export function turningDay(subscription: Subscription): Day {
  return (subscription.periods.at(-1) ?? subscription.trial!).to;
}

/**
 * Ends a cancelled subscription; begins and charges the next period of any other. With either goes what was used in the period that ends,
 * by the terms that ran in it. A trial is not charged.
 */
export function turn(world: World, subscription: Subscription): void {
  const { customer, seller, currency, state } = subscription;
  // What a customer uses that has gone is no more the business of whom it left.
  const isHere = find(world.customers, customer).reseller === subscription.reseller;
  const used = state === "active" && isHere ? chargeUsage(world, subscription) : new Map<string, Charge[]>();
  const own = used.get(customer) ?? [];
  if (subscription.cancelled) {
    subscription.state = "ended";
    issue(world, subscription, own);
  } else beginPeriod(world, subscription, own);
  for (const [buyer, charges] of used)
    if (buyer !== customer) issueInvoice(world, { seller, customer: buyer, currency }, charges);
}

/** Who sells to a customer today. */
export function sellerTo(world: World, customer: Customer): Seller {
  if (customer.reseller === null) return "agency";
  const reseller = find(world.resellers, customer.reseller);
  return reseller.type === "own_plans" ? reseller.id : "agency";
}

/** In advance and for the whole period, on its first day. */
function beginPeriod(world: World, subscription: Subscription, used: Charge[] = []): void {
  if (subscription.waiting) Object.assign(subscription, subscription.waiting);
  subscription.waiting = null;
  subscription.state = "active";
  const n = subscription.periods.length;
  const period = periodAt(subscription.anchor, subscription.interval, n);
  subscription.periods.push(period);
  const kind = n === 0 ? "new" : "renewal";
  issue(world, subscription, [lineOf(subscription, kind, period, chargeOf(subscription)), ...used]);
}

/** The difference for the days that are left, today among them. */
function chargeRest(world: World, subscription: Subscription, difference: bigint): void {
  const { from, to } = subscription.periods.at(-1)!;
  const left = BigInt(daysBetween(world.today, to));
  const net = halfEven(difference * left, BigInt(daysBetween(from, to)));
  issue(world, subscription, [lineOf(subscription, "change", { from: world.today, to }, net)]);
}

function issue(world: World, { seller, customer, currency }: Subscription, lines: Charge[]): void {
  issueInvoice(world, { seller, customer, currency }, lines);
}

function lineOf({ id, plan, quantity }: Subscription, kind: LineKind, period: Period, net: bigint): Charge {
  return { kind, subscription: id, plan, quantity, period, net, meter: null };
}

function fittingPlan(world: World, subscription: Subscription, id: string): Plan {
  const plan = find(world.plans, id);
  demand(plan.seller === subscription.seller, "not_its_seller");
  demand(plan.currency === subscription.currency, "another_currency");
  demand(plan.interval === subscription.interval, "another_interval");
  return plan;
}

function isStopped(world: World, customer: Customer): boolean {
  return customer.stopped || (customer.reseller !== null && find(world.resellers, customer.reseller).stopped);
}

function demandRunning({ state }: Subscription): void {
  demand(state !== "ended", "ended");
}

function termsOf({ id, unitPrice, metered }: Plan, quantity: number): Terms {
  return { plan: id, unitPrice, quantity, metered };
}

function runningTerms({ plan, unitPrice, quantity, metered }: Subscription): Terms {
  return { plan, unitPrice, quantity, metered };
}

function chargeOf({ unitPrice, quantity }: Terms): bigint {
  return unitPrice * BigInt(quantity);
}
