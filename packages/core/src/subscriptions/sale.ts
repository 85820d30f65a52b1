import type { z } from "zod";
import { type Draft, draftInvoice } from "../invoices/draft.ts";
import { dayOf, daysBetween, plusDays } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { mostAmount } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { requireBuyer } from "./customer.ts";
import { chargeOf, periodOf, type SubscriptionPeriod } from "./rules.ts";
import type { createInput } from "./schemas.ts";
import { requireSeenTotal } from "./seen-total.ts";
import { readSellable, type Sellable } from "./sellable.ts";

/** What of a sale says who buys which plan at which price. */
type Wanted = Pick<
  z.output<typeof createInput>,
  "customerId" | "planId" | "currency" | "interval" | "quantity" | "versionId"
>;

/** Everything a sale will write. */
interface Sale extends Awaited<ReturnType<typeof offerTo>> {
  quantity: number;
  trial: boolean;
  /** The day from which periods are counted; of a trial, the day it ends. */
  anchor: string;
  period: SubscriptionPeriod;
  /** Undefined where nothing is charged at once. */
  draft: Draft | undefined;
}

/** Who buys, and the plan at the price that is wanted. Throws `conflict` where another version is on sale than was seen. */
export async function offerTo(
  run: Run,
  input: Wanted,
): Promise<{ customer: { id: string; distributorId: string; resellerId: string }; offer: Sellable }> {
  const { customerId, planId, currency, interval, quantity } = input;
  const customer = await requireBuyer(run, customerId);
  const offer = (await readSellable(run.tx, customerId)).find(
    (one) => one.planId === planId && one.currency === currency && one.interval === interval,
  );
  if (!offer) throw fieldError("/planId", "plan_unknown");
  if (input.versionId && input.versionId !== offer.versionId) throw new AppError("conflict");
  if (chargeOf({ unitMinor: offer.unitMinor, quantity }) > mostAmount)
    throw fieldError("/quantity", "sold_count_wrong");
  return { customer, offer };
}

/** Reckons a sale out, for showing it and for doing it. */
export async function prepareSale(run: Run, input: z.output<typeof createInput>): Promise<Sale> {
  const desk = deskOf(run);
  const { quantity, trialDays, interval } = input;
  const { customer, offer } = await offerTo(run, input);
  const { unitMinor } = offer;
  const priceMinor = chargeOf({ unitMinor, quantity });
  const today = dayOf(desk.now, desk.zone);
  const trial = trialDays > 0;
  const anchor = plusDays(today, trialDays);
  const period = trial ? { from: today, to: anchor } : periodOf(anchor, 1, interval);
  const { sellerId, planId, name: planName, currency } = offer;
  const periodDays = daysBetween(period.from, period.to);
  const line = {
    ...{ kind: "new" as const, planId, planName, unitMinor, quantity, priceMinor, period, periodDays },
  };
  const draft =
    trial || priceMinor === 0n
      ? undefined
      : await draftInvoice(desk, { customerId: customer.id, sellerId, currency, lines: [line] });
  requireSeenTotal(draft, input.totalMinor);
  return { customer, offer, quantity, trial, anchor, period, draft };
}
