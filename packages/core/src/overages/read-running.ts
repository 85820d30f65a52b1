import { subscriptions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import type { Subscription } from "../subscriptions/row.ts";
import { byId } from "../subscriptions/schemas.ts";
import { exactUnits } from "../usage/rules.ts";
import { type Count, type RunningMeter, reckonOverage } from "./reckon.ts";
import { running } from "./schemas.ts";

/**
 * What a subscription's customer has used in the period that runs, what of it is included, and what the rest would cost if the period
 * ended now; and what of earlier periods is not settled. From rollups, which are about a second behind.
 */
export const readRunningUsage = query("subscription.usage", {
  input: byId,
  output: running,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, { id }) => {
    if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await run.tx
      .select()
      .from(subscriptions)
      .where(and(eq(subscriptions.agencyId, run.ctx.tenant.agencyId), eq(subscriptions.id, id)));
    if (!row) throw new AppError("not_found");
    const { meters, earlier } = await reckonOverage(deskOf(run), row);
    return {
      currency: row.currency,
      period: { from: row.periodFrom, to: row.periodTo },
      meters: meters.map((one) => shownMeter(one, row)),
      late: earlier.filter((count) => count.subscriptionId === id && count.dueMinor !== 0n).map(shownLate),
    };
  },
});

function shownMeter(
  { meter, payer, count, countedBy, ...one }: RunningMeter,
  { id, customerId }: Pick<Subscription, "id" | "customerId">,
) {
  const units = exactUnits(one.units);
  const includedUnits = exactUnits(one.includedUnits);
  const here = countedBy === id ? ("here" as const) : ("elsewhere" as const);
  return {
    ...{ meter, payer, units, includedUnits, overUnits: Math.max(0, units - includedUnits) },
    charged: countedBy === undefined ? ("nowhere" as const) : here,
    byReseller: count !== undefined && count.buyerId !== customerId,
    countedFrom: count?.countedFrom ?? null,
    blockUnits: count ? exactUnits(count.terms.blockUnits) : null,
    blockMinor: count ? asJson(count.terms.blockMinor) : null,
    amountMinor: asJson(count?.dueMinor ?? 0n),
  };
}

function shownLate({ meter, period, units, dueMinor }: Count) {
  return { meter, period, units: exactUnits(units), dueMinor: asJson(dueMinor) };
}
