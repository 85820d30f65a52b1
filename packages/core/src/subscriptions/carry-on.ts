import { subscriptions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { draftInvoice } from "../invoices/draft.ts";
import { issueInvoice } from "../invoices/issue.ts";
import { startOf } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import { databaseNow } from "../kernel/rows.ts";
import { keepExpiry } from "./keep-expiry.ts";
import type { Subscription } from "./row.ts";
import { chargeOf, periodOf } from "./rules.ts";

/**
 * Brings a subscription whose period is over to the next: it ends where it was cancelled, else it takes on the change that waited and
 * is charged for the period that begins. One period at a time; answers the row as it stands then.
 */
export async function carryOn(desk: Desk, row: Subscription): Promise<Subscription> {
  const after = row.cancelledAt ? ended(row) : nextPeriod(desk, row);
  const { agencyId: _, id, ...columns } = after;
  await desk.tx
    .update(subscriptions)
    .set({ ...changing(columns), updatedAt: databaseNow as never })
    .where(and(eq(subscriptions.agencyId, desk.agencyId), eq(subscriptions.id, id)));
  await keepExpiry(desk.tx, desk.agencyId, row.customerId);
  if (after.state === "active") await charge(desk, after, row.state === "trial" ? "new" : "renewal");
  return after;
}

/** No change waits for the next period. */
export const nothingWaits = {
  nextPlanId: null,
  nextVersionId: null,
  nextPlanName: null,
  nextUnitMinor: null,
  nextQuantity: null,
};

function ended(row: Subscription): Subscription {
  return { ...row, ...nothingWaits, state: "ended", endedAt: row.dueAt };
}

function nextPeriod({ zone }: Desk, row: Subscription): Subscription {
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

async function charge(desk: Desk, row: Subscription, kind: "new" | "renewal"): Promise<void> {
  const netMinor = chargeOf(row);
  if (netMinor === 0n) return;
  const { customerId, sellerId, planId, planName, quantity, currency } = row;
  const period = { from: row.periodFrom, to: row.periodTo };
  const draft = await draftInvoice(desk, {
    ...{ kind, customerId, sellerId, planId, planName, quantity, currency, netMinor, period },
  });
  await issueInvoice(desk, draft, row.id);
}
