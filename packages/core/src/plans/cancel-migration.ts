import { sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { noticePlanChanges } from "./notice.ts";

/** Undoes a migration before its day: nobody it has not moved yet is moved. `conflict` once it is done or cancelled. */
export const cancelMigration = command("plan-migration.cancel", {
  input: z.strictObject({ id }),
  output: z.object({ id: z.string(), resellers: z.number() }),
  object: ({ id: migrationId }) => ({ table: "planMigrations", id: migrationId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const now = ctx.now.toISOString();
    const { rows } = await tx.execute<{ planId: string; state: string }>(sql`
      select plan_id as "planId", state from plan_migrations
      where agency_id = ${agencyId} and id = ${input.id} for update`);
    const found = rows[0];
    if (!found) throw new AppError("not_found");
    if (found.state !== "scheduled") throw new AppError("conflict");
    const { rows: cancelled } = await tx.execute<{ id: string }>(sql`
      update plan_changes set state = 'cancelled', settled_at = ${now}::timestamptz
      where agency_id = ${agencyId} and migration_id = ${input.id} and state = 'scheduled' returning id`);
    await noticePlanChanges(
      tx,
      agencyId,
      cancelled.map((change) => change.id),
    );
    await tx.execute(sql`
      update plan_migrations set state = 'cancelled', settled_at = ${now}::timestamptz
      where agency_id = ${agencyId} and id = ${input.id}`);
    const resellers = cancelled.length;
    return {
      result: { id: input.id, resellers },
      audit: {
        object: { kind: "plan", id: found.planId },
        after: { migration: input.id, cancelled: true, resellers },
      },
    };
  },
});
