import { addDays } from "./days.ts";
import type { Invoice } from "./invoices.ts";
import type { MeterTerms, Plan, ResellerType, Seller } from "./parties.ts";
import { type RateSource, standing } from "./rates.ts";
import { find } from "./refusal.ts";
import type { Step, Told } from "./steps.ts";
import { type Subscription, sellerTo } from "./subscriptions.ts";
import type { Meter } from "./usage.ts";
import type { World } from "./world.ts";

/**
 * A step before it is known what there is: `nth` picks one of those that fit when its turn comes. So a history stays
 * one when steps are taken out of it, and can be made smaller.
 */
export type Draft =
  | { do: "wait"; days: number }
  | { do: "sell"; nth: number; nthPlan: number; quantity: number; trialDays: number }
  | { do: "change"; nth: number; nthPlan: number | null; quantity: number | null }
  | { do: "cancel" | "reactivate"; nth: number }
  | { do: "set rate"; nth: number; source: RateSource; by: "agency" | "reseller"; bps: number | null }
  | { do: "say rate again"; nth: number }
  | { do: "use"; nth: number; meter: Meter; back: number; quantity: bigint }
  | { do: "set price"; nth: number; unitPrice: bigint; metered: MeterTerms[] | null }
  | { do: "set type"; nth: number; type: ResellerType }
  | { do: "pay" | "refund rest" | "charge back"; nth: number; told: Told }
  | { do: "refund" | "pay and refund"; nth: number; permille: number; told: Told }
  | { do: "void" | "give up"; nth: number }
  | { do: "draft payouts" | "pay out"; nth: number; minimum: bigint }
  | { do: "send payout" | "cancel payout" | "complete payout" | "fail payout"; nth: number }
  | { do: "stop" | "restart"; nth: number }
  | { do: "move"; nth: number; nthReceiver: number };

/** The step a draft means in a world, or none where there is nothing to take it with. It may still be refused. */
export function stepOf(world: World, draft: Draft): Step | undefined {
  switch (draft.do) {
    case "wait":
      return draft.days > 0 ? { do: "advance", to: addDays(world.today, draft.days) } : undefined;
    case "sell":
      return saleOf(world, draft);
    case "change":
      return changeOf(world, draft);
    case "cancel":
      return on(running(world), draft.nth, ({ id }) => ({ do: "cancel", subscription: id }));
    case "reactivate": {
      const cancelled = running(world).filter((subscription) => subscription.cancelled);
      return on(cancelled, draft.nth, ({ id }) => ({ do: "reactivate", subscription: id }));
    }
    case "set rate": {
      const { source, bps } = draft;
      const by = source === "customer" ? draft.by : "agency";
      const allowed = rated(world, source).filter((of) => by === "agency" || isNoRaise(world, of, bps));
      return on(allowed, draft.nth, (of) => ({ do: "set rate", source, of, by, bps }));
    }
    case "say rate again": {
      const said = world.rates.filter(
        ({ source, of, by, bps }) =>
          source === "customer" &&
          rated(world, source).includes(of) &&
          (by === "agency" || isNoRaise(world, of, bps)),
      );
      return on(said, draft.nth, ({ source, of, by, bps }) => ({ do: "set rate", source, of, by, bps }));
    }
    case "use": {
      const { meter, back, quantity } = draft;
      const day = addDays(world.today, -back);
      const those = running(world).filter(({ metered }) => metered.some((terms) => terms.meter === meter));
      return on(those, draft.nth, ({ customer }) => ({ do: "use", customer, meter, day, quantity }));
    }
    case "set price":
      return on(onSale(world), draft.nth, ({ id, seller }) => ({
        do: "set price",
        plan: id,
        unitPrice: draft.unitPrice,
        metered: draft.metered?.map((terms) => sayableBy(seller, terms)),
      }));
    case "set type":
      return on(
        world.resellers.filter(({ type }) => type !== draft.type),
        draft.nth,
        ({ id }) => ({ do: "set type", reseller: id, type: draft.type }),
      );
    case "pay":
      return on(open(world), draft.nth, ({ id }) => ({ do: "pay", invoice: id, told: draft.told }));
    case "pay and refund":
      return on(open(world), draft.nth, ({ id, total }) => ({
        ...{ do: "pay and refund", invoice: id, amount: 1n + (total * BigInt(draft.permille)) / 1000n },
        told: draft.told,
      }));
    case "refund rest":
    case "charge back":
      return on(refundable(world), draft.nth, ({ id }) => ({
        ...{ do: draft.do, invoice: id, told: draft.told },
      }));
    case "refund":
      return on(refundable(world), draft.nth, (invoice) => ({
        do: "refund",
        invoice: invoice.id,
        amount: 1n + (leftOf(world, invoice) * BigInt(draft.permille)) / 1000n,
        told: draft.told,
      }));
    case "void":
    case "give up": {
      // Those that were taken back as well: that is refused.
      const unpaid = world.invoices.filter(({ paidOn }) => paidOn === null);
      return on(unpaid, draft.nth, ({ id }) => ({ do: draft.do, invoice: id }));
    }
    case "draft payouts":
    case "pay out":
      return on(free(world), draft.nth, (reseller) => ({ do: draft.do, reseller, minimum: draft.minimum }));
    case "send payout":
    case "cancel payout":
    case "complete payout":
    case "fail payout": {
      // Now and then one that is not sent yet, or was: that is refused.
      const open = world.payouts.filter(({ state }) => state === "draft" || state === "sent");
      return on(open, draft.nth, ({ id }) => ({ do: draft.do, payout: id }));
    }
    case "move": {
      const receivers = [...world.resellers.map(({ id }) => id), null];
      return on(world.customers, draft.nth, ({ id, reseller }) => {
        const others = receivers.filter((one) => one !== reseller);
        return { do: "move", customer: id, from: reseller, to: others[draft.nthReceiver % others.length]! };
      });
    }
    case "stop":
    case "restart":
      return on([...world.resellers, ...world.customers], draft.nth, ({ id }) => ({ do: draft.do, who: id }));
  }
}

function on<Kept>(those: Kept[], nth: number, step: (one: Kept) => Step): Step | undefined {
  return those.length === 0 ? undefined : step(those[nth % those.length]!);
}

function saleOf(world: World, draft: Draft & { do: "sell" }): Step | undefined {
  const customer = world.customers[draft.nth % world.customers.length]!;
  const plans = world.plans.filter(({ seller }) => seller === sellerTo(world, customer));
  const { quantity, trialDays } = draft;
  return on(plans, draft.nthPlan, ({ id }) => ({
    ...{ do: "sell", customer: customer.id, plan: id, quantity, trialDays },
  }));
}

function changeOf(world: World, draft: Draft & { do: "change" }): Step | undefined {
  return on(running(world), draft.nth, (subscription) => {
    const others = world.plans.filter(
      ({ id, seller, currency, interval }) =>
        id !== subscription.plan &&
        seller === subscription.seller &&
        seller === sellerTo(world, find(world.customers, subscription.customer)) &&
        currency === subscription.currency &&
        interval === subscription.interval,
    );
    const plan = draft.nthPlan === null ? undefined : others[draft.nthPlan % others.length]?.id;
    return { do: "change", subscription: subscription.id, plan, quantity: draft.quantity ?? undefined };
  });
}

function running(world: World): Subscription[] {
  return world.subscriptions.filter(({ state }) => state !== "ended");
}

/** Of whom a rate can be set: of resellers while they can earn, and their customers. */
function rated(world: World, source: RateSource): string[] {
  const earning = world.resellers.filter(({ type }) => type === "commission");
  if (source === "customer")
    return world.customers.filter((c) => earning.some(({ id }) => id === c.reseller)).map(({ id }) => id);
  if (source === "plan") return world.plans.filter((p) => p.seller === "agency").map(({ id }) => id);
  if (source === "reseller") return earning.map(({ id }) => id);
  return [...new Set(world.resellers.flatMap(({ agreement }) => agreement ?? []))];
}

/** A reseller's own word is at most what stands for its customer, plans apart. What would raise it is not even tried. */
function isNoRaise(world: World, customer: string, bps: number | null): boolean {
  return bps === null || bps <= (standing(world, customer, null)?.bps ?? 0);
}

/** Plans that their seller can put a new version of on sale. */
function onSale(world: World): Plan[] {
  return world.plans.filter(({ seller }) => {
    const reseller = world.resellers.find(({ id }) => id === seller);
    return !reseller || (reseller.type === "own_plans" && !reseller.stopped);
  });
}

/** A reseller can let itself or its customer pay for more, and nobody above it. */
export function sayableBy(seller: Seller, terms: MeterTerms): MeterTerms {
  return seller !== "agency" && terms.payer === "agency" ? { ...terms, payer: "customer" } : terms;
}

function open(world: World): Invoice[] {
  return world.invoices.filter(({ paidOn, closed }) => paidOn === null && closed !== "void");
}

function refundable(world: World): Invoice[] {
  return world.invoices.filter((invoice) => invoice.paidOn !== null && leftOf(world, invoice) > 0n);
}

/** Resellers with lines in no payout yet. */
function free(world: World): string[] {
  return [
    ...new Set(world.commissions.filter(({ payout }) => payout === null).map(({ reseller }) => reseller)),
  ];
}

function leftOf(world: World, invoice: Invoice): bigint {
  return world.creditNotes
    .filter((note) => note.invoice === invoice.id)
    .reduce((left, { total }) => left - total, invoice.total);
}
