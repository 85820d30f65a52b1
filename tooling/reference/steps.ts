import { giveUp, takeBackInvoice } from "./closing.ts";
import type { Day } from "./days.ts";
import { moveCustomer } from "./moves.ts";
import type { MeterTerms, ResellerType } from "./parties.ts";
import { advanceTo } from "./passing-days.ts";
import { pay } from "./payments.ts";
import { cancelPayout, completePayout, draftPayouts, failPayout, payOut, sendPayout } from "./payouts.ts";
import { type Rate, setRate } from "./rates.ts";
import { refund } from "./refunds.ts";
import { demand, find, Refusal, type RefusalCode } from "./refusal.ts";
import { cancel, change, reactivate, sell } from "./subscriptions.ts";
import { type UsageEvent, use } from "./usage.ts";
import type { World } from "./world.ts";

/**
 * How word of money comes, which must not matter: once, twice, once more when it was acted on, what went back before what
 * came in, or by a person of the seller's.
 */
export const tellings = ["once", "twice", "again", "backwards", "here"] as const;
export type Told = (typeof tellings)[number];

/** All that can happen, as plain data: another program can do the same steps through an API and compare. */
export type Step =
  | { do: "sell"; customer: string; plan: string; quantity: number; trialDays: number }
  | { do: "change"; subscription: string; plan?: string; quantity?: number }
  | { do: "cancel" | "reactivate"; subscription: string }
  | { do: "advance"; to: Day }
  | ({ do: "use" } & UsageEvent)
  | ({ do: "set rate" } & Rate)
  /** What of the meters is left out stays as it is. */
  | { do: "set price"; plan: string; unitPrice: bigint; metered?: MeterTerms[] }
  | { do: "set type"; reseller: string; type: ResellerType }
  | { do: "pay"; invoice: string; told?: Told }
  /** Both before anything else happens. */
  | { do: "pay and refund"; invoice: string; amount: bigint; told?: Told }
  | { do: "refund"; invoice: string; amount: bigint; told?: Told }
  | { do: "refund rest" | "charge back"; invoice: string; told?: Told }
  | { do: "void" | "give up"; invoice: string }
  /** Drafts, or drafts that are sent at once. */
  | { do: "draft payouts" | "pay out"; reseller: string; minimum: bigint }
  | { do: "send payout" | "cancel payout" | "complete payout" | "fail payout"; payout: string }
  | { do: "stop" | "restart"; who: string }
  /** Null: the agency itself. */
  | { do: "move"; customer: string; from: string | null; to: string | null };

/** Takes a step. Where it is not allowed nothing changes, and the answer is why; otherwise it is null. */
export function take(world: World, step: Step): RefusalCode | null {
  try {
    act(world, step);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

function act(world: World, step: Step): void {
  switch (step.do) {
    case "sell":
      sell(world, step);
      break;
    case "change":
      change(world, step.subscription, step);
      break;
    case "cancel":
      cancel(world, step.subscription);
      break;
    case "reactivate":
      reactivate(world, step.subscription);
      break;
    case "advance":
      advanceTo(world, step.to);
      break;
    case "use": {
      const { customer, meter, day, quantity } = step;
      use(world, { customer, meter, day, quantity });
      break;
    }
    case "set rate":
      setRate(world, { source: step.source, of: step.of, by: step.by, bps: step.bps });
      break;
    case "set price":
      setPrice(world, step);
      break;
    case "set type":
      find(world.resellers, step.reseller).type = step.type;
      break;
    case "pay":
      pay(world, step.invoice);
      break;
    case "pay and refund":
      pay(world, step.invoice);
      refund(world, step.invoice, step.amount);
      break;
    case "refund":
      refund(world, step.invoice, step.amount);
      break;
    case "refund rest":
    case "charge back":
      refund(world, step.invoice);
      break;
    case "void":
      takeBackInvoice(world, step.invoice);
      break;
    case "give up":
      giveUp(world, step.invoice);
      break;
    case "draft payouts":
      draftPayouts(world, step.reseller, step.minimum);
      break;
    case "pay out":
      payOut(world, step.reseller, step.minimum);
      break;
    case "send payout":
      sendPayout(world, step.payout);
      break;
    case "cancel payout":
      cancelPayout(world, step.payout);
      break;
    case "complete payout":
      completePayout(world, step.payout);
      break;
    case "fail payout":
      failPayout(world, step.payout);
      break;
    case "move":
      moveCustomer(world, step.customer, step);
      break;
    case "stop":
    case "restart":
      find([...world.resellers, ...world.customers], step.who).stopped = step.do === "stop";
      break;
  }
}

/** A new version of a plan: it counts for what is sold or changed from now on. */
function setPrice(world: World, { plan: id, unitPrice, metered }: Step & { do: "set price" }): void {
  demand(unitPrice >= 0n, "amount");
  const plan = find(world.plans, id);
  plan.unitPrice = unitPrice;
  if (metered) plan.metered = structuredClone(metered);
}
