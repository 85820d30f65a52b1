import type { Subscription } from "../subscriptions/row.ts";
import type { WholesalePlan } from "./plan.ts";

/**
 * What a reseller buys follows the plan it is on: its next period is of that plan, at the price that counts for it. Without a plan, or a price in the
 * currency and interval it is charged in, the period that runs is the last: another price is begun with anew. Pure.
 */
export function followPlan(row: Subscription, plan: WholesalePlan | undefined): Subscription {
  const price = plan?.prices.find((one) => one.currency === row.currency && one.interval === row.billedEvery);
  if (!plan || !price) return { ...row, cancelledAt: row.cancelledAt ?? row.dueAt };
  const { planId, versionId, planName } = plan;
  return {
    ...row,
    ...{ nextPlanId: planId, nextVersionId: versionId, nextPlanName: planName },
    ...{ nextUnitMinor: price.unitMinor, nextQuantity: row.quantity },
  };
}
