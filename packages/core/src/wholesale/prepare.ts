import { subscriptions } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { type Draft, draftInvoice } from "../invoices/draft.ts";
import { dayOf } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { readWholesalePlan, type WholesalePlan, type WholesalePrice } from "./plan.ts";
import { type FirstPeriod, firstPeriod } from "./rules.ts";
import type { startInput } from "./schemas.ts";

interface Start {
  plan: WholesalePlan;
  price: WholesalePrice;
  first: FirstPeriod;
  /** Undefined where the plan costs nothing. */
  draft: Draft | undefined;
}

/**
 * Reckons out what charging a reseller will begin with, for showing it and for doing it; its row is locked where it is going to be done. Throws
 * `wholesale_none` where it has nothing to be charged for, `wholesale_runs` where it is charged already, and a field error for a price its plan has not.
 */
export async function prepareWholesale(
  run: Run,
  input: z.output<typeof startInput>,
  lock: boolean,
): Promise<Start> {
  const desk = deskOf(run);
  const plan = await readWholesalePlan(desk, input.id, { lock });
  if (!plan) throw new AppError("wholesale_none");
  if (await readRunning(run, input.id)) throw new AppError("wholesale_runs");
  if (input.versionId && input.versionId !== plan.versionId) throw new AppError("conflict");
  const price = plan.prices.find((one) => one.currency === input.currency && one.interval === input.interval);
  if (!price) throw fieldError("/currency", "price_unknown");
  const first = firstPeriod(dayOf(desk.now, desk.zone), price.interval, price.unitMinor);
  const { planId, planName } = plan;
  const line = {
    ...{ kind: "new" as const, planId, planName, quantity: 1, unitMinor: price.unitMinor },
    ...{ priceMinor: first.chargeMinor, period: first.period, periodDays: first.wholeDays },
  };
  const charge = { customerId: input.id, sellerId: desk.agencyId, currency: price.currency, lines: [line] };
  const draft = first.chargeMinor > 0n ? await draftInvoice(desk, charge) : undefined;
  if (input.netMinor !== undefined && BigInt(input.netMinor) !== (draft?.netMinor ?? 0n))
    throw new AppError("conflict");
  return { plan, price, first, draft };
}

/** The subscription by which a reseller is charged now. */
export async function readRunning({ tx, ctx }: Run, resellerId: string) {
  const [row] = await tx
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.agencyId, ctx.tenant.agencyId),
        eq(subscriptions.customerId, resellerId),
        eq(subscriptions.resellerId, resellerId),
        ne(subscriptions.state, "ended"),
      ),
    );
  return row;
}
