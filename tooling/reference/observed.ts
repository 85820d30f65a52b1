import type { CommissionLine } from "./commissions.ts";
import type { Invoice } from "./invoices.ts";
import { type Subscription, turningDay } from "./subscriptions.ts";
import type { World } from "./world.ts";

export type CommissionState = "pending" | "payable" | "in_payout" | "paid";

/**
 * All that can be seen of the money, for a comparison with another program that took the same steps. Invoices are
 * named by what they charge for: several renewals of one day have no order among them that anybody promises.
 */
export function observe(world: World) {
  return {
    subscriptions: world.subscriptions.map((subscription) => ({
      ...subscription,
      endsOn: endsOn(subscription),
    })),
    invoices: new Map(world.invoices.map((invoice) => [invoiceName(world, invoice), invoice])),
    creditNotes: world.creditNotes,
    decisions: world.decisions,
    commissions: world.commissions.map((line) => ({ ...line, state: commissionState(world, line) })),
    payouts: world.payouts,
    balances: new Map([...world.balances].filter(([, amount]) => amount !== 0n)),
  };
}

/** As in "s1 renewal 2026-02-28"; a second change of a subscription on one day ends in "#2". */
export function invoiceName(world: World, invoice: Invoice): string {
  const plain = plainName(invoice);
  const alike = world.invoices.filter((other) => plainName(other) === plain);
  const place = alike.indexOf(invoice) + 1;
  return place === 1 ? plain : `${plain} #${place}`;
}

export function commissionState(world: World, line: CommissionLine): CommissionState {
  if (line.payout === null) return line.payableOn <= world.today ? "payable" : "pending";
  return world.payouts.find(({ id }) => id === line.payout)?.state === "done" ? "paid" : "in_payout";
}

function plainName({ lines }: Invoice): string {
  const { subscription, kind, period } = lines[0]!;
  return `${subscription} ${kind} ${period.from}`;
}

function endsOn(subscription: Subscription): string | null {
  return subscription.cancelled ? turningDay(subscription) : null;
}
