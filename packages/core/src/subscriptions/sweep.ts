import { inTenant } from "@tenantry/db";
import { agencies, subscriptions } from "@tenantry/db/schema";
import { and, eq, lte, ne, sql } from "drizzle-orm";
import type pg from "pg";
import { isWholesale } from "../invoices/front.ts";
import { writeJobAudit } from "../kernel/audit.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { newId } from "../kernel/ids.ts";
import { foldUsage } from "../usage/fold.ts";
import { waitsForChange, waitsForNoChange } from "../wholesale/in-order.ts";
import { carryOn } from "./carry-on.ts";

/** Subscriptions of one agency that are looked up at once, and how often a round looks; the rest are due in the next. */
const step = 500;
const mostSteps = 40;

/**
 * One round of the worker: brings every subscription whose period is over by its agency's clock to the next, each in a transaction of
 * its own. Answers how many. One agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function carryOnSubscriptions(pool: pg.Pool): Promise<number> {
  const due = "select agency_id, now::text from app.subscriptions_due()";
  const { rows } = await pool.query<{ agency_id: string; now: string }>(due);
  return eachAgency(rows, "Subscriptions of some agencies failed", async ({ agency_id: agency, now }) => {
    // What was told before a period's end is charged with it.
    await foldUsage(pool, agency);
    let done = 0;
    // One that fails holds up none of the others, and is tried again in the next round.
    const failures: unknown[] = [];
    for (let steps = 0; steps < mostSteps; steps++) {
      const found = await carryOnStep(pool, agency, new Date(now), failures);
      done += found;
      // What somebody holds is found again: it waits for the next round.
      if (found < step) break;
    }
    if (failures.length > 0) throw new AggregateError(failures, "Some subscriptions failed");
    return done;
  });
}

async function carryOnStep(pool: pg.Pool, agency: string, now: Date, failures: unknown[]): Promise<number> {
  const scope = { agency, kind: "agency", account: agency } as const;
  const due = and(
    eq(subscriptions.agencyId, agency),
    ne(subscriptions.state, "ended"),
    lte(subscriptions.dueAt, now),
    waitsForNoChange,
    // A customer that is to move does so first: the next period is its new seller's. What ends with the move ends before it.
    sql`(${subscriptions.handedOver} or not exists (select from transfers t where t.agency_id = ${subscriptions.agencyId}
      and t.customer_id = ${subscriptions.customerId} and t.state = 'scheduled' and t.due_at <= ${now.toISOString()}))`,
  );
  const found = await inTenant(pool, scope, (tx) =>
    tx
      .select({ id: subscriptions.id })
      .from(subscriptions)
      .where(due)
      .orderBy(subscriptions.dueAt, subscriptions.id)
      .limit(step),
  );
  const run = `sweep_${newId()}`;
  for (const { id } of found)
    await inTenant(pool, scope, async (tx) => {
      const [row] = await tx
        .select({ subscription: subscriptions, zone: sql<string>`${agencies.billingZone}` })
        .from(subscriptions)
        .innerJoin(agencies, eq(agencies.agencyId, subscriptions.agencyId))
        .where(and(due, eq(subscriptions.id, id)))
        // Whoever holds it brings it on, or it is due in the next round.
        .for("update", { of: subscriptions, skipLocked: true });
      if (!row) return;
      let { subscription } = row;
      while (subscription.state !== "ended" && subscription.dueAt <= now) {
        subscription = await carryOn({ tx, agencyId: agency, zone: row.zone, now }, subscription);
        if (isWholesale(subscription) && (await waitsForChange(tx, agency, id))) break;
      }
      const { state, periodFrom, periodTo, resellerId } = subscription;
      await writeJobAudit(tx, { agencyId: agency, name: "subscriptions.sweep", run }, "subscription.change", {
        object: { kind: "subscription", id },
        before: { periodTo: row.subscription.periodTo },
        after: state === "ended" ? { state } : { state, periodFrom, periodTo },
        resellerId,
      });
    }).catch((error) => failures.push(error));
  return found.length;
}
