import type { ChargeLine } from "../invoices/draft.ts";
import { daysBetween, startOf } from "../kernel/clock.ts";
import type { Subscription } from "./row.ts";
import { chargeOf, periodOf } from "./rules.ts";

/** No change waits for the next period. */
export const nothingWaits = {
  nextPlanId: null,
  nextVersionId: null,
  nextPlanName: null,
  nextUnitMinor: null,
  nextQuantity: null,
};

/** A subscription as it stands in the period after its own, with the change that waited for it. Pure. */
export function nextPeriod(row: Subscription, zone: string): Subscription {
  const period = row.period + 1;
  const { from, to } = periodOf(row.anchor, period, row.billedEvery);
  return {
    ...row,
    ...nothingWaits,
    planId: row.nextPlanId ?? row.planId,
    versionId: row.nextVersionId ?? row.versionId,
    planName: row.nextPlanName ?? row.planName,
    unitMinor: row.nextUnitMinor ?? row.unitMinor,
    quantity: row.nextQuantity ?? row.quantity,
    ...{ state: "active", period, periodFrom: from, periodTo: to, dueAt: startOf(to, zone) },
  };
}

/** As what the period after a subscription's own is charged. Pure. */
export function chargedAs({ state }: Pick<Subscription, "state">): "new" | "renewal" {
  return state === "trial" ? "new" : "renewal";
}

/** The line for the period that a subscription stands in; none where it costs nothing. Pure. */
export function periodLines(row: Subscription, kind: ReturnType<typeof chargedAs>): ChargeLine[] {
  const { planId, planName, unitMinor, quantity, periodFrom, periodTo } = row;
  const priceMinor = chargeOf(row);
  if (priceMinor === 0n) return [];
  const period = { from: periodFrom, to: periodTo };
  const periodDays = daysBetween(periodFrom, periodTo);
  return [{ kind, planId, planName, unitMinor, quantity, priceMinor, period, periodDays }];
}
