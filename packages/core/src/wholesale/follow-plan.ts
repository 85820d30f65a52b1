import type { Subscription } from "../subscriptions/row.ts";
import type { WholesalePlan } from "./plan.ts";

/**
 * What a reseller buys follows the plan it is on: its next period is of that plan, at the price that counts for it. Without a price in the currency
 * it is charged in the next period costs nothing; without a plan it is the last. Pure.
 */
export function followPlan(row: Subscription, plan: WholesalePlan | undefined): Subscription {
  if (!plan) return { ...row, cancelledAt: row.cancelledAt ?? row.dueAt };
  const { planId, versionId, planName, prices } = plan;
  const price = prices.find((one) => one.currency === row.currency && one.interval === row.billedEvery);
  return {
    ...row,
    ...{ nextPlanId: planId, nextVersionId: versionId, nextPlanName: planName },
    ...{ nextUnitMinor: price?.unitMinor ?? 0n, nextQuantity: row.quantity },
  };
}
