import { sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { planMigration } from "./migration-schemas.ts";
import { instant } from "./rows-sql.ts";

/** A plan's last hundred migrations, newest first, with how many resellers each concerns. */
export const listMigrations = query("plan-migration.list", {
  input: z.strictObject({ id }),
  output: z.object({ migrations: z.array(planMigration) }),
  object: ({ id: planId }) => ({ table: "plans", id: planId }),
  run: async ({ tx, ctx }, input) => {
    const { rows } = await tx.execute<z.output<typeof planMigration> & Record<string, unknown>>(sql`
      select m.id, m.plan_id as "planId", v.number as version, ${instant(sql`m.due_at`)} as "dueAt", m.state,
        ${instant(sql`m.created_at`)} as "createdAt",
        (select count(*)::int from plan_changes c where c.agency_id = m.agency_id and c.migration_id = m.id) as resellers,
        (select count(*)::int from plan_changes c where c.agency_id = m.agency_id and c.migration_id = m.id
          and c.keep_price) as "keepPrice"
      from plan_migrations m
      join plan_versions v on v.agency_id = m.agency_id and v.id = m.version_id
      where m.agency_id = ${ctx.tenant.agencyId} and m.plan_id = ${input.id}
      order by m.created_at desc, m.id desc limit 100`);
    return { migrations: rows };
  },
});
