import type { CommissionLine } from "./commissions.ts";
import type { Day } from "./days.ts";
import { transfer } from "./ledger.ts";
import { demand, find } from "./refusal.ts";
import { sum } from "./rounding.ts";
import type { World } from "./world.ts";

export interface Payout {
  id: string;
  reseller: string;
  currency: string;
  sentOn: Day;
  /** The commission lines in it, also after it failed and they were set free. */
  lines: string[];
  amount: bigint;
  /** `failed` is also one that was cancelled. */
  state: "sent" | "done" | "failed";
}

/** Sends everything that can be paid out to a reseller today in one currency. */
export function payOut(world: World, resellerId: string, currency: string, minimum: bigint): void {
  const reseller = find(world.resellers, resellerId);
  const lines = payableLines(world, reseller.id, currency);
  const amount = sum(lines.map((line) => line.amount));
  demand(amount > 0n, "nothing_due");
  demand(amount >= minimum, "below_minimum");
  const id = `o${world.payouts.length + 1}`;
  for (const line of lines) line.payout = id;
  world.payouts.push({
    ...{ id, reseller: reseller.id, currency, sentOn: world.today },
    ...{ lines: lines.map((line) => line.id), amount, state: "sent" },
  });
  transfer(world, { ...owedIn(reseller.id, currency), credit: "clearing", amount });
}

export function completePayout(world: World, payoutId: string): void {
  const payout = sentPayout(world, payoutId);
  payout.state = "done";
  const { currency, amount } = payout;
  transfer(world, { book: "agency", currency, debit: "clearing", credit: "cash", amount });
}

/** A payout that failed or was cancelled: its lines are free again, and the books take the sending back. */
export function failPayout(world: World, payoutId: string): void {
  const payout = sentPayout(world, payoutId);
  payout.state = "failed";
  for (const line of world.commissions) if (line.payout === payout.id) line.payout = null;
  const { reseller, currency, amount } = payout;
  transfer(world, { book: "agency", currency, debit: "clearing", credit: `owed:${reseller}`, amount });
}

/** What can be paid out at the end of the hold and is in no payout. */
export function payableLines(world: World, reseller: string, currency: string): CommissionLine[] {
  return world.commissions.filter(
    (line) =>
      line.reseller === reseller &&
      line.currency === currency &&
      line.payout === null &&
      line.payableOn <= world.today,
  );
}

function sentPayout(world: World, id: string): Payout {
  const payout = find(world.payouts, id);
  demand(payout.state === "sent", "not_sent");
  return payout;
}

/** Only the agency owes commissions: a reseller that sells its own plans earns nothing from itself. */
function owedIn(reseller: string, currency: string) {
  return { book: "agency", currency, debit: `owed:${reseller}` } as const;
}
