import { subscriptions } from "@tenantry/db/schema";
import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { type Draft, draftInvoice } from "../invoices/draft.ts";
import { type Day, dayOf, plusDays, startOf } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { fieldError } from "../kernel/errors.ts";
import { newCode, newId } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";
import { lockExpiry } from "./keep-expiry.ts";
import { chargedAs, nextPeriod, nothingWaits, periodLines } from "./next-period.ts";
import type { Subscription } from "./row.ts";
import { periodAt, periodOf, type SubscriptionPeriod } from "./rules.ts";
import { offerTo } from "./sale.ts";
import { mostTrialDays, type takeOverInput } from "./schemas.ts";

type Input = z.output<typeof takeOverInput>;

/** What runs now of a subscription that is taken over. */
interface Running {
  state: "trial" | "active";
  /** The day from which periods are counted; of a trial, the day it ends. */
  anchor: Day;
  period: number;
  days: SubscriptionPeriod;
}

/**
 * Reckons out what taking a running subscription over comes to, for showing it and for doing it: the row, and what its first
 * invoice will be by what counts today; undefined where there will be none.
 */
export async function prepareTakeOver(
  run: Run,
  input: Input,
): Promise<{ row: Subscription; first: Draft | undefined }> {
  const desk = deskOf(run);
  const { customer, offer } = await offerTo(run, input);
  // What runs is not charged here: that is the seller's to give, and not of whoever sells for it.
  const { scope } = run.ctx;
  if (scope.kind !== "agency" && offer.sellerId !== scope.account)
    throw fieldError("/planId", "take_over_seller");
  const today = dayOf(desk.now, desk.zone);
  await lockExpiry(desk.tx, desk.agencyId, customer.id);
  await refuseTwice(run, input);
  const { state, anchor, period, days } = runningOn(today, input);
  const row: Subscription = {
    ...{ agencyId: desk.agencyId, distributorId: customer.distributorId, resellerId: customer.resellerId },
    ...{ id: newId(), code: newCode("subscription"), customerId: customer.id, sellerId: offer.sellerId },
    ...{ planId: offer.planId, versionId: offer.versionId, planName: offer.name },
    ...{ currency: offer.currency, billedEvery: offer.interval, unitMinor: offer.unitMinor },
    ...{ quantity: input.quantity, state, anchor, period, periodFrom: days.from, periodTo: days.to },
    ...{ dueAt: startOf(days.to, desk.zone), startedAt: startOf(input.startsOn, desk.zone), endedAt: null },
    ...{ cancelledAt: input.cancelled ? desk.now : null, ...nothingWaits, handedOver: false },
    ...{ takenOverOn: today, updatedAt: desk.now },
  };
  const lines = input.cancelled ? [] : periodLines(nextPeriod(row, desk.zone), chargedAs(row));
  const { customerId, sellerId, currency } = row;
  const first =
    lines.length > 0 ? await draftInvoice(desk, { customerId, sellerId, currency, lines }) : undefined;
  return { row, first };
}

/** A file that is taken in a second time charges nobody a second time. */
async function refuseTwice({ tx, ctx }: Run, { customerId, planId, startsOn }: Input): Promise<void> {
  const [there] = await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.agencyId, ctx.tenant.agencyId),
        eq(subscriptions.customerId, customerId),
        eq(subscriptions.planId, planId),
        eq(subscriptions.startedAt, startOf(startsOn, ctx.tenant.billingZone)),
        isNotNull(subscriptions.takenOverOn),
        ne(subscriptions.state, "ended"),
      ),
    )
    .limit(1);
  if (there) throw fieldError("/startsOn", "taken_over_before");
}

/** Throws a field error for a day that does not fit: the next invoice comes when what runs today ends. */
function runningOn(today: Day, { startsOn, trialUntil, nextInvoiceOn, interval }: Input): Running {
  if (startsOn > today) throw fieldError("/startsOn", "starts_later");
  if (trialUntil) {
    if (trialUntil <= today) throw fieldError("/trialUntil", "trial_over");
    if (trialUntil > plusDays(today, mostTrialDays)) throw fieldError("/trialUntil", "trial_wrong");
    if (nextInvoiceOn && nextInvoiceOn !== trialUntil)
      throw fieldError("/nextInvoiceOn", "next_invoice_trial", { day: trialUntil });
    return { state: "trial", anchor: trialUntil, period: 0, days: { from: startsOn, to: trialUntil } };
  }
  const period = periodAt(startsOn, today, interval);
  const days = periodOf(startsOn, period, interval);
  if (nextInvoiceOn && nextInvoiceOn !== days.to)
    throw fieldError("/nextInvoiceOn", "next_invoice_wrong", { ...days });
  return { state: "active", anchor: startsOn, period, days };
}
