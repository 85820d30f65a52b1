import { inTenant } from "@tenantry/db";
import { bulkItems, bulkRuns } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Jobs } from "../jobs/catalogue.ts";
import { personContext } from "../jobs/person-context.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import { isAppError } from "../kernel/errors.ts";
import type { Repeatable } from "../kernel/idempotency.ts";
import { databaseNow } from "../kernel/rows.ts";
import { keyedHash } from "../kernel/sealed.ts";
import { activateReseller } from "../resellers/activate.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";

const atOnce = 50;

/**
 * The worker's half of `startBulkRun`: asks the verb for each reseller that waits, in the name of who started the run
 * and with the rights they have now. A worker killed half-way leaves the rest waiting; the job is taken up again, and
 * what it had changed without noting it is answered as before.
 */
export async function carryOutBulkRun(
  app: App,
  { agencyId, runId }: Jobs["bulk-run.carry-out"] & { agencyId: string },
): Promise<void> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  const inAgency = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(app.pool, scope, work);
  const items = and(eq(bulkItems.agencyId, agencyId), eq(bulkItems.runId, runId));
  const [run] = await inAgency((tx) =>
    tx
      .select()
      .from(bulkRuns)
      .where(and(eq(bulkRuns.agencyId, agencyId), eq(bulkRuns.id, runId))),
  );
  if (!run) return;
  for (;;) {
    const waiting = await inAgency((tx) =>
      tx
        .select({ place: bulkItems.place, id: bulkItems.accountId })
        .from(bulkItems)
        .where(and(items, eq(bulkItems.state, "waiting")))
        .orderBy(asc(bulkItems.place))
        .limit(atOnce),
    );
    if (waiting.length === 0) break;
    for (const { place, id } of waiting) {
      const failure = await refusalOf(app, run, { place, id });
      await inAgency((tx) =>
        tx
          .update(bulkItems)
          .set({ state: failure ? "failed" : "done", failure })
          .where(and(items, eq(bulkItems.place, place))),
      );
    }
  }
  await inAgency((tx) =>
    tx
      .update(bulkRuns)
      .set({ finishedAt: databaseNow as never })
      .where(and(eq(bulkRuns.agencyId, agencyId), eq(bulkRuns.id, runId))),
  );
}

type BulkRun = typeof bulkRuns.$inferSelect;

/** Why the change was refused, as a code; undefined when it was made. What is no refusal stops the run and is tried again. */
async function refusalOf(
  app: App,
  run: BulkRun,
  item: { place: number; id: string },
): Promise<string | undefined> {
  try {
    const ctx = await personContext(app, run.agencyId, run.userId);
    await change({ ...ctx, repeatable: repeatable(app, run, item) }, run, item.id);
    return undefined;
  } catch (error) {
    if (!isAppError(error) || error.status >= 500 || error.code === "idempotency_in_flight") throw error;
    const code = error.fields?.[0]?.code ?? error.code;
    // Somebody else put it there meanwhile: it is as it was asked to be.
    return code === "plan_same" ? undefined : code;
  }
}

/** By the run and the place in it. */
function repeatable(
  app: App,
  { id: runId, action, planId, effective, keepPrice }: BulkRun,
  { place, id }: { place: number; id: string },
): Repeatable {
  const asked = JSON.stringify([action, id, planId, effective, keepPrice]);
  return {
    key: `${runId}:${place}`,
    operation: "bulk-run.carry-out",
    fingerprint: keyedHash(app.config.secret, "idempotency fingerprint", asked),
    replayed: () => {},
  };
}

async function change(
  ctx: Ctx,
  { action, planId, effective, keepPrice }: BulkRun,
  id: string,
): Promise<unknown> {
  switch (action) {
    case "activate":
      return activateReseller(ctx, { id });
    case "deactivate":
      return deactivateReseller(ctx, { id });
    case "change_plan":
      return changePlan(ctx, { id, planId: planId ?? "", effective: effective ?? "next_period", keepPrice });
  }
}
