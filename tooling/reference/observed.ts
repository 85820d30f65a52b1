import type { CommissionLine } from "./commissions.ts";
import type { Invoice } from "./invoices.ts";
import { turningDay } from "./subscriptions.ts";
import type { World } from "./world.ts";

export type CommissionState = "pending" | "payable" | "in_payout" | "paid";

/**
 * All that can be seen of the money, for a comparison with another program that took the same steps. Invoices are
 * named by what they charge for and shown without their numbers: several renewals of one day have no order among them
 * that anybody promises. What follows from single steps keeps its id, which counts.
 */
export function observe(world: World) {
  const names = invoiceNames(world);
  const named = <Of extends { invoice: string }>(of: Of) => ({ ...of, invoice: names.get(of.invoice)! });
  return {
    subscriptions: world.subscriptions.map((subscription) => ({
      ...subscription,
      endsOn: subscription.cancelled ? turningDay(subscription) : null,
    })),
    invoices: new Map(world.invoices.map(({ id, number: _, ...seen }) => [names.get(id)!, seen])),
    creditNotes: world.creditNotes.map(named),
    decisions: world.decisions.map(named),
    commissions: world.commissions.map((line) => ({ ...named(line), state: commissionState(world, line) })),
    payouts: world.payouts,
    balances: new Map([...world.balances].filter(([, amount]) => amount !== 0n)),
  };
}

/** By id, as in "s1 renewal 2026-02-28"; a second change of a subscription on one day ends in "#2". */
export function invoiceNames({ invoices }: World): Map<string, string> {
  const alike = new Map<string, number>();
  return new Map(
    invoices.map((invoice) => {
      const name = nameOf(invoice);
      const count = (alike.get(name) ?? 0) + 1;
      alike.set(name, count);
      return [invoice.id, count === 1 ? name : `${name} #${count}`];
    }),
  );
}

export function commissionState(world: World, line: CommissionLine): CommissionState {
  if (line.payout === null) return line.payableOn <= world.today ? "payable" : "pending";
  return world.payouts.find(({ id }) => id === line.payout)?.state === "done" ? "paid" : "in_payout";
}

function nameOf({ lines }: Invoice): string {
  const { subscription, kind, period } = lines[0]!;
  return `${subscription} ${kind} ${period.from}`;
}
