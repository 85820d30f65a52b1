import { sql } from "drizzle-orm";
import { fieldError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { chosenResellers } from "./chosen.ts";
import { previewPlans } from "./preview-plan.ts";
import { preview, previewInput } from "./schemas.ts";

const mostCounted = 10_000;

/** Says in numbers what a run would do, before it is started. Throws a field error where that is nothing. */
export const previewBulkRun = query("bulk-run.preview", {
  input: previewInput,
  output: preview,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { ids, more } = await chosenResellers(run, input);
    if (ids.length === 0) throw fieldError("/resellers", "nothing_to_change");
    const { rows } = await tx.execute<{ people: number; customers: number }>(sql`
      select
        (select count(*)::int from (select from memberships m
          join users u on u.agency_id = m.agency_id and u.id = m.user_id and u.status = 'active'
          join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
          where m.agency_id = ${ctx.tenant.agencyId} and m.account_id = any(${sql.param(ids)}::uuid[])
            and m.state = 'active'
          limit ${mostCounted}) people) as people,
        (select count(*)::int from (select from accounts c
          where c.agency_id = ${ctx.tenant.agencyId} and c.parent_id = any(${sql.param(ids)}::uuid[])
            and c.kind = 'customer' and c.archived_at is null
          limit ${mostCounted}) customers) as customers`);
    const plan = input.action === "change_plan" ? await previewPlans(run, input, ids) : null;
    return { total: ids.length, more, ...rows[0]!, plan };
  },
});
