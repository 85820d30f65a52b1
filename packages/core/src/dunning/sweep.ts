import { inTenant } from "@tenantry/db";
import { dunnings, invoices } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type pg from "pg";
import { type Desk, openDesk } from "../kernel/desk.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { afterWaiting } from "./schedule.ts";
import { type Dunning, takeStep } from "./take-step.ts";

/** Invoices of one agency that one round takes; the rest are due in the next. */
const mostPerRound = 500;

/**
 * One round of the worker: takes every step that is due by its agency's clock, those of an invoice in a transaction of their own. Answers how
 * many invoices. One agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function remindOfInvoices(pool: pg.Pool): Promise<number> {
  const due = "select agency_id, now::text from app.dunnings_due()";
  const { rows } = await pool.query<{ agency_id: string; now: string }>(due);
  return eachAgency(rows, "Reminders of some agencies failed", ({ agency_id, now }) =>
    remindInAgency(pool, agency_id, new Date(now)),
  );
}

async function remindInAgency(pool: pg.Pool, agency: string, now: Date): Promise<number> {
  const scope = { agency, kind: "agency", account: agency } as const;
  const due = and(
    eq(dunnings.agencyId, agency),
    isNotNull(dunnings.dueAt),
    // What waits for a payment that is on its way is due when it has waited long enough.
    sql`greatest(${dunnings.dueAt}, ${dunnings.heldUntil}) <= ${now.toISOString()}::timestamptz`,
    isNull(dunnings.pausedAt),
  );
  const found = await inTenant(pool, scope, (tx) =>
    tx
      .select({ invoiceId: dunnings.invoiceId })
      .from(dunnings)
      .where(due)
      .orderBy(dunnings.dueAt, dunnings.invoiceId)
      .limit(mostPerRound),
  );
  for (const { invoiceId } of found)
    await inTenant(pool, scope, async (tx) => {
      const [row] = await tx
        .select({ dunning: dunnings, invoice: invoices })
        .from(dunnings)
        .innerJoin(
          invoices,
          and(eq(invoices.agencyId, dunnings.agencyId), eq(invoices.id, dunnings.invoiceId)),
        )
        .where(and(due, eq(dunnings.invoiceId, invoiceId)))
        // Whoever holds it takes the step, ends it or pauses it.
        .for("update", { of: dunnings, skipLocked: true });
      if (!row) return;
      const desk = { ...(await openDesk(tx, agency)), now };
      let after = waitedFor(row.dunning, desk);
      while (isDue(after, now)) after = await takeStep(desk, after, row.invoice);
    });
  return found.length;
}

/** Steps that fell into the wait for a payment are taken as after a pause: none beside another. */
function waitedFor(row: Dunning, { now, zone }: Pick<Desk, "now" | "zone">): Dunning {
  const { dueAt, heldUntil } = row;
  return dueAt && heldUntil && heldUntil > dueAt ? { ...row, ...afterWaiting(row, now, zone) } : row;
}

function isDue(row: Dunning, now: Date): row is Dunning & { dueAt: Date } {
  return row.dueAt !== null && row.dueAt <= now;
}
