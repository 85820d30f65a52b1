import type { z } from "zod";
import { type Draft, draftInvoice } from "../invoices/draft.ts";
import { dayOf, plusDays } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { mostAmount } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { requireBuyer } from "./customer.ts";
import { chargeOf, periodOf, type SubscriptionPeriod } from "./rules.ts";
import type { createInput } from "./schemas.ts";
import { readSellable, type Sellable } from "./sellable.ts";

/** Everything a sale will write. */
interface Sale {
  customer: { id: string; distributorId: string; resellerId: string };
  offer: Sellable;
  quantity: number;
  trial: boolean;
  /** The day from which periods are counted; of a trial, the day it ends. */
  anchor: string;
  period: SubscriptionPeriod;
  /** Undefined where nothing is charged at once. */
  draft: Draft | undefined;
}

/** Reckons a sale out, for showing it and for doing it. */
export async function prepareSale(run: Run, input: z.output<typeof createInput>): Promise<Sale> {
  const desk = deskOf(run);
  const { quantity, trialDays, interval } = input;
  const customer = await requireBuyer(run, input.customerId);
  const offer = (await readSellable(run.tx, input.customerId)).find(
    (one) => one.planId === input.planId && one.currency === input.currency && one.interval === interval,
  );
  if (!offer) throw fieldError("/planId", "plan_unknown");
  if (input.versionId && input.versionId !== offer.versionId) throw new AppError("conflict");
  const netMinor = chargeOf({ unitMinor: offer.unitMinor, quantity });
  if (netMinor > mostAmount) throw fieldError("/quantity", "sold_count_wrong");
  const today = dayOf(desk.now, desk.zone);
  const trial = trialDays > 0;
  const anchor = plusDays(today, trialDays);
  const period = trial ? { from: today, to: anchor } : periodOf(anchor, 1, interval);
  const { sellerId, planId, name: planName, currency } = offer;
  const line = { kind: "new" as const, planId, planName, quantity, netMinor, period };
  const draft =
    trial || netMinor === 0n
      ? undefined
      : await draftInvoice(desk, { customerId: customer.id, sellerId, currency, lines: [line] });
  return { customer, offer, quantity, trial, anchor, period, draft };
}
