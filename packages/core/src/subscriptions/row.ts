import { accounts, subscriptions } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isWholesale } from "../invoices/front.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { includedBps, includesTax } from "../legal-entities/prices.ts";

export type Subscription = typeof subscriptions.$inferSelect;

const sellers = alias(accounts, "sellers");

/** One of its invoices was reminded of in vain. It is said and goes on until a person decides. */
const hasPastDue = sql<boolean>`exists (
  select from dunnings d
  join invoice_lines l on l.agency_id = d.agency_id and l.invoice_id = d.invoice_id
  where d.agency_id = ${subscriptions.agencyId} and d.customer_id = ${subscriptions.customerId}
    and d.past_due_at is not null and d.ended_at is null and l.subscription_id = ${subscriptions.id})`;

/** What it brings in a month now, without tax, as reports add it up. */
export const monthlyMinor = ({ now }: Run["ctx"]) =>
  sql<bigint>`app.monthly_minor(${subscriptions}, ${now.toISOString()}::timestamptz, ${includedBps(subscriptions.sellerId)})`;

/**
 * Subscriptions with the names of who buys, which is `accounts`; a seller's name stands only where the caller sees its
 * account.
 */
export function selectSubscriptions({ tx, ctx }: Run) {
  return tx
    .select({
      row: subscriptions,
      // One that was handed over stays with its seller until it ends, and its customer does not.
      customer: { id: subscriptions.customerId, name: sql<string>`coalesce(${accounts.name}, '–')` },
      seller: { id: sellers.id, name: sellers.name },
      pastDue: hasPastDue,
      monthlyMinor: monthlyMinor(ctx),
      pricesIncludeTax: includesTax(subscriptions.sellerId),
    })
    .from(subscriptions)
    .leftJoin(
      accounts,
      and(eq(accounts.agencyId, subscriptions.agencyId), eq(accounts.id, subscriptions.customerId)),
    )
    .leftJoin(
      sellers,
      and(eq(sellers.agencyId, subscriptions.agencyId), eq(sellers.id, subscriptions.sellerId)),
    );
}

type Selected = Awaited<ReturnType<typeof selectSubscriptions>>[number];

/** A subscription as it is shown. Who sells needs no name of itself. */
export function shownSubscription(selected: Selected, { scope }: Run["ctx"]) {
  const { row, customer, seller, pastDue } = selected;
  const { id, code, state, currency, quantity, startedAt, endedAt, updatedAt } = row;
  const next =
    row.nextPlanName && row.nextQuantity && row.nextUnitMinor !== null
      ? { planName: row.nextPlanName, quantity: row.nextQuantity, unitMinor: asJson(row.nextUnitMinor) }
      : null;
  return {
    ...{ id, code, state, currency, quantity, startedAt, endedAt, updatedAt, customer, next, pastDue },
    seller: seller && seller.id !== scope.account ? seller : null,
    plan: { id: row.planId, name: row.planName },
    interval: row.billedEvery,
    unitMinor: asJson(row.unitMinor),
    period: { from: row.periodFrom, to: row.periodTo },
    cancelled: row.cancelledAt !== null,
    mrrMinor: asJson(selected.monthlyMinor),
    wholesale: isWholesale(row),
    takenOverOn: row.takenOverOn,
    pricesIncludeTax: selected.pricesIncludeTax,
  };
}

/**
 * A subscription, locked: whoever changes it meanwhile waits, the worker among them. Throws `not_found`, `subscription_ended`, and
 * `kind_forbidden` for a reseller that would change what it is charged itself.
 */
export async function lockSubscription({ tx, ctx }: Run, id: string): Promise<Subscription> {
  const [row] = await tx
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.agencyId, ctx.tenant.agencyId), eq(subscriptions.id, id)))
    .for("update");
  if (!row) throw new AppError("not_found");
  // What a reseller buys is its agency's to say.
  if (isWholesale(row) && ctx.scope.kind !== "agency") throw new AppError("kind_forbidden");
  if (row.state === "ended") throw new AppError("subscription_ended");
  return row;
}
