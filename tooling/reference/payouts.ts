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
  cutOff: Day;
  /** The commission lines in it, also after it failed or was cancelled and they were set free. */
  lines: string[];
  amount: bigint;
  state: "draft" | "sent" | "done" | "failed" | "cancelled";
}

/** Drafts of everything that can be paid out to a reseller today, one for each currency. They hold their lines. */
export function draftPayouts(world: World, resellerId: string, minimum: bigint): Payout[] {
  const reseller = find(world.resellers, resellerId);
  const currencies = [...new Set(world.commissions.map(({ currency }) => currency))].sort();
  const due = currencies
    .map((currency) => ({ currency, lines: payableLines(world, reseller.id, currency) }))
    .map((one) => ({ ...one, amount: sum(one.lines.map((line) => line.amount)) }))
    .filter(({ amount }) => amount > 0n);
  demand(due.length > 0, "nothing_due");
  const enough = due.filter(({ amount }) => amount >= minimum);
  demand(enough.length > 0, "below_minimum");
  return enough.map(({ currency, lines, amount }) => {
    const id = `o${world.payouts.length + 1}`;
    for (const line of lines) line.payout = id;
    const payout: Payout = {
      ...{ id, reseller: reseller.id, currency, cutOff: world.today },
      ...{ lines: lines.map((line) => line.id), amount, state: "draft" },
    };
    world.payouts.push(payout);
    return payout;
  });
}

/** The same, and all of it is sent. */
export function payOut(world: World, resellerId: string, minimum: bigint): void {
  for (const { id } of draftPayouts(world, resellerId, minimum)) sendPayout(world, id);
}

/** Said once more it is as it was. */
export function sendPayout(world: World, payoutId: string): void {
  if (find(world.payouts, payoutId).state === "sent") return;
  const payout = inState(world, payoutId, "draft");
  payout.state = "sent";
  const { reseller, currency, amount } = payout;
  transfer(world, { ...owedIn(reseller, currency), credit: "clearing", amount });
}

/** A draft that is given up: nothing was sent, so nothing is booked, and its lines are free again. */
export function cancelPayout(world: World, payoutId: string): void {
  const payout = inState(world, payoutId, "draft");
  payout.state = "cancelled";
  setFree(world, payout);
}

export function completePayout(world: World, payoutId: string): void {
  const payout = inState(world, payoutId, "sent");
  payout.state = "done";
  const { currency, amount } = payout;
  transfer(world, { book: "agency", currency, debit: "clearing", credit: "cash", amount });
}

/** A payout that failed: its lines are free again, and the books take the sending back. */
export function failPayout(world: World, payoutId: string): void {
  const payout = inState(world, payoutId, "sent");
  payout.state = "failed";
  setFree(world, payout);
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

function setFree(world: World, payout: Payout): void {
  for (const line of world.commissions) if (line.payout === payout.id) line.payout = null;
}

function inState(world: World, id: string, state: "draft" | "sent"): Payout {
  const payout = find(world.payouts, id);
  demand(payout.state === state, state === "draft" ? "not_a_draft" : "not_sent");
  return payout;
}

/** Only the agency owes commissions: a reseller that sells its own plans earns nothing from itself. */
function owedIn(reseller: string, currency: string) {
  return { book: "agency", currency, debit: `owed:${reseller}` } as const;
}
