import { planChanges, planMigrations } from "@tenantry/db/schema";
import { shortUnder } from "../allowances/plan-change.ts";
import { startOf } from "../kernel/clock.ts";
import { fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { today } from "../usage/period.ts";
import { prepareMigration } from "./migration.ts";
import { createInput, planMigration } from "./migration-schemas.ts";
import { noticePlanChanges } from "./notice.ts";

/**
 * Moves resellers to a plan's current version on a day to come. Until that day it can be cancelled whole, and each
 * reseller's change by itself; the worker's sweep carries it out, one reseller after the other.
 */
export const createMigration = command("plan-migration.create", {
  input: createInput,
  output: planMigration,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { day, ...input }) => {
    const { tx, ctx } = run;
    const { agencyId, billingZone } = ctx.tenant;
    if (day <= today(ctx)) throw fieldError("/day", "day_past");
    const { next, versionId, moved } = await prepareMigration(run, input, true);
    if (moved.length === 0) throw fieldError("/filter", "nobody_moved");
    const ids = moved.map(({ reseller }) => reseller.id);
    const short = await shortUnder(tx, ids, { agencyId, versionId });
    if (short.length > 0) throw fieldError("/filter", "promises_short", { count: short.length });
    const id = newId();
    const dueAt = startOf(day, billingZone);
    const migration = { agencyId, id, planId: next.planId, versionId, dueAt, createdAt: ctx.now };
    await tx.insert(planMigrations).values(migration);
    const changes = moved.map(({ reseller, keepsPrice }) => ({
      ...{ agencyId, id: newId(), distributorId: reseller.distributorId, resellerId: reseller.id },
      ...{ planId: next.planId, versionId, fromVersionId: reseller.versionId },
      ...{ keepPrice: keepsPrice, dueAt, migrationId: id, createdAt: ctx.now },
    }));
    await tx.insert(planChanges).values(changes);
    await noticePlanChanges(
      tx,
      agencyId,
      changes.map((change) => change.id),
    );
    const keepPrice = moved.filter(({ keepsPrice }) => keepsPrice).length;
    const counts = { resellers: moved.length, keepPrice };
    const told = { version: next.version, dueAt: dueAt.toISOString(), ...counts };
    return {
      result: {
        ...{ id, planId: next.planId, state: "scheduled" as const, createdAt: ctx.now.toISOString() },
        ...told,
      },
      audit: {
        object: { kind: "plan", id: next.planId },
        after: { migration: id, ...told, filter: input.filter },
      },
    };
  },
});
