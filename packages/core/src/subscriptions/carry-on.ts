import { accounts, subscriptions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { isWholesale } from "../invoices/front.ts";
import type { Desk } from "../kernel/desk.ts";
import { databaseNow } from "../kernel/rows.ts";
import { buyersOf } from "../overages/charge.ts";
import { chargeUse } from "../overages/charge-use.ts";
import { type Reckoning, reckonOverage } from "../overages/reckon.ts";
import { followPlan } from "../wholesale/follow-plan.ts";
import { readWholesalePlan } from "../wholesale/plan.ts";
import { keepExpiry, lockExpiry } from "./keep-expiry.ts";
import { chargedAs, nextPeriod, nothingWaits, periodLines } from "./next-period.ts";
import type { Subscription } from "./row.ts";

/**
 * Brings a subscription whose period is over to the next: it ends where it was cancelled, else it takes on the change that waited, or
 * the plan that a reseller which buys for itself is on by now, and is charged for the period that begins. What was used past the included units of the period that ends is charged with it. One period at a time; answers the row as it stands then.
 */
export async function carryOn(desk: Desk, row: Subscription): Promise<Subscription> {
  // One subscription of a customer at a time: they say together what its usage comes to.
  await lockExpiry(desk.tx, desk.agencyId, row.customerId);
  const counts = row.state === "active" && !(row.handedOver && (await hasMoved(desk, row)));
  const used = counts ? await reckonOverage(desk, row) : nothingUsed;
  const asked = isWholesale(row) ? followPlan(row, await readWholesalePlan(desk, row.resellerId)) : row;
  const after = asked.cancelledAt ? ended(asked) : nextPeriod(asked, desk.zone);
  const { agencyId: _, id, ...columns } = after;
  await desk.tx
    .update(subscriptions)
    .set({ ...changing(columns), updatedAt: databaseNow as never })
    .where(and(eq(subscriptions.agencyId, desk.agencyId), eq(subscriptions.id, id)));
  await keepExpiry(desk.tx, desk.agencyId, row.customerId);
  await charge(desk, after, chargedAs(row), used);
  return after;
}

/** The customer is another seller's by now: what it uses is no more the business of whom it left (docs/decisions/025-transfer.md). */
async function hasMoved({ tx, agencyId }: Desk, { customerId, resellerId }: Subscription): Promise<boolean> {
  const [account] = await tx
    .select({ resellerId: accounts.resellerId })
    .from(accounts)
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, customerId)));
  return account?.resellerId !== resellerId;
}

function ended(row: Subscription): Subscription {
  return { ...row, ...nothingWaits, state: "ended", endedAt: row.dueAt };
}

/** The columns that a subscription's life changes. */
function changing(row: Omit<Subscription, "agencyId" | "id">) {
  const { state, planId, versionId, planName, unitMinor, quantity, period, periodFrom, periodTo, dueAt } =
    row;
  const { nextPlanId, nextVersionId, nextPlanName, nextUnitMinor, nextQuantity, endedAt } = row;
  return {
    ...{ state, planId, versionId, planName, unitMinor, quantity, period, periodFrom, periodTo, dueAt },
    ...{ nextPlanId, nextVersionId, nextPlanName, nextUnitMinor, nextQuantity, endedAt },
  };
}

const nothingUsed: Reckoning = { meters: [], earlier: [] };

/** Who buys is invoiced for the period that begins and what was used; who else pays for its use, for that. */
async function charge(
  desk: Desk,
  row: Subscription,
  kind: ReturnType<typeof chargedAs>,
  used: Reckoning,
): Promise<void> {
  const next = row.state === "active" ? periodLines(row, kind) : [];
  await chargeUse(desk, row, row.customerId, next, used);
  for (const buyerId of buyersOf(used))
    if (buyerId !== row.customerId) await chargeUse(desk, row, buyerId, [], used);
}
