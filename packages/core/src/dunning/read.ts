import type { Tx } from "@tenantry/db";
import { dunningSteps, dunnings } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { stepAt, stepDays } from "./schedule.ts";

/** How an invoice is reminded of: what was done, and what is to come when. Null for a credit note. */
export async function readDunning(tx: Tx, agencyId: string, invoiceId: string, zone: string) {
  const [row] = await tx
    .select()
    .from(dunnings)
    .where(and(eq(dunnings.agencyId, agencyId), eq(dunnings.invoiceId, invoiceId)));
  if (!row) return null;
  const taken = await tx
    .select()
    .from(dunningSteps)
    .where(and(eq(dunningSteps.agencyId, agencyId), eq(dunningSteps.invoiceId, invoiceId)))
    .orderBy(asc(dunningSteps.step));
  const { countsFrom, pausedAt, pausedWhy, heldUntil, endedAt, pastDueAt } = row;
  const toCome = endedAt ? ("stopped" as const) : pausedAt ? ("paused" as const) : undefined;
  const steps = stepDays.map((_, nth) => {
    const step = nth + 1;
    const done = taken.find((one) => one.step === step);
    if (done) return { step, at: done.at, state: done.mailId ? ("sent" as const) : ("unsent" as const) };
    const state = toCome ?? (step === row.step + 1 ? ("next" as const) : ("later" as const));
    return { step, at: stepAt(countsFrom, step, zone), state };
  });
  return {
    steps,
    pausedAt,
    pausedWhy,
    heldUntil,
    /** Since when it is past due, or from when it will be. */
    pastDue: { at: pastDueAt ?? stepAt(countsFrom, stepDays.length + 1, zone), reached: pastDueAt !== null },
    ended: endedAt !== null,
  };
}
