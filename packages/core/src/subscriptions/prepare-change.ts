import type { z } from "zod";
import { type Draft, draftInvoice } from "../invoices/draft.ts";
import { isWholesale } from "../invoices/front.ts";
import { dayOf, daysBetween } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { mostAmount } from "../kernel/money.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import type { Run } from "../kernel/verb.ts";
import { requireBuyer } from "./customer.ts";
import { lockSubscription, type Subscription } from "./row.ts";
import { type ChangeOutcome, changeOutcome, chargeOf, type SubscriptionPeriod } from "./rules.ts";
import type { changeInput } from "./schemas.ts";
import { requireSeenTotal } from "./seen-total.ts";
import { readSellable } from "./sellable.ts";

/** What a subscription will be of. */
interface Next {
  planId: string;
  versionId: string;
  planName: string;
  unitMinor: bigint;
  quantity: number;
}

/** Everything a change will write. */
interface Change {
  subscription: Subscription;
  next: Next;
  outcome: ChangeOutcome;
  /** What is charged for, or from when it counts. */
  period: SubscriptionPeriod;
  draft: Draft | undefined;
}

/**
 * Reckons a change out, for showing it and for doing it; the row stays locked. Throws `subscription_cancelled` for one that ends
 * with its period, `wholesale_by_plan` for what a reseller buys, and `busy` for one that the worker is about to bring to its next.
 */
export async function prepareChange(run: Run, input: z.output<typeof changeInput>): Promise<Change> {
  const desk = deskOf(run);
  const subscription = await lockSubscription(run, input.id);
  if (isWholesale(subscription)) throw new AppError("wholesale_by_plan");
  requireUnchanged(input.updatedAt, subscription.updatedAt);
  if (subscription.cancelledAt) throw new AppError("subscription_cancelled");
  if (subscription.dueAt <= desk.now) throw new AppError("busy", { retryAfter: 1 });
  await requireBuyer(run, subscription.customerId);
  const next = await nextOf(run, subscription, input);
  if (chargeOf(next) > mostAmount) throw fieldError("/quantity", "sold_count_wrong");
  const { periodFrom: from, periodTo: to, state } = subscription;
  const today = dayOf(desk.now, desk.zone);
  const outcome = changeOutcome(
    { state: state === "trial" ? "trial" : "active", period: { from, to }, terms: subscription },
    next,
    today,
  );
  const period = outcome.counts === "now" ? { from: today, to } : { from: to, to };
  const chargeMinor = outcome.counts === "now" ? outcome.chargeMinor : 0n;
  const { customerId, sellerId, currency } = subscription;
  const { planId, planName, unitMinor, quantity } = next;
  const line = {
    ...{ kind: "change" as const, planId, planName, unitMinor, quantity, priceMinor: chargeMinor, period },
    periodDays: daysBetween(from, to),
    prior: { unitMinor: subscription.unitMinor, quantity: subscription.quantity },
  };
  const draft =
    chargeMinor > 0n
      ? await draftInvoice(desk, { customerId, sellerId, currency, lines: [line] })
      : undefined;
  requireSeenTotal(draft, input.totalMinor);
  return { subscription, next, outcome, period, draft };
}

/** The same plan stays at the price it was sold for; another is bought at the one it has now. */
async function nextOf(run: Run, row: Subscription, input: z.output<typeof changeInput>): Promise<Next> {
  const quantity = input.quantity ?? row.quantity;
  if (!input.planId || input.planId === row.planId) {
    const { planId, versionId, planName, unitMinor } = row;
    return { planId, versionId, planName, unitMinor, quantity };
  }
  const offer = (await readSellable(run.tx, row.customerId)).find(
    (one) =>
      one.planId === input.planId &&
      one.sellerId === row.sellerId &&
      one.currency === row.currency &&
      one.interval === row.billedEvery,
  );
  if (!offer) throw fieldError("/planId", "plan_unknown");
  const { planId, versionId, name: planName, unitMinor } = offer;
  return { planId, versionId, planName, unitMinor, quantity };
}
