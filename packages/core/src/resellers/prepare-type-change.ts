import { sql } from "drizzle-orm";
import type { z } from "zod";
import { startOf } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { today } from "../usage/period.ts";
import { type TypeFacts, typeChangeOf } from "./type-change.ts";
import type { typeChangeInput } from "./type-change-schemas.ts";

/**
 * Everything a change of one reseller's type needs, for showing it and for doing it; the reseller's row is locked where
 * it is going to be done. Throws `not_found` for one that is not there or deleted, a field error for a day not to come.
 */
export async function prepareTypeChange(run: Run, input: z.output<typeof typeChangeInput>, lock: boolean) {
  const { tx, ctx } = run;
  const { agencyId, billingZone } = ctx.tenant;
  if (input.day && input.day <= today(ctx)) throw fieldError("/day", "day_past");
  const locked = lock ? sql`for update of r` : sql``;
  const { rows } = await tx.execute<
    TypeFacts & { name: string; distributorId: string; [column: string]: unknown }
  >(sql`
    select a.name, r.distributor_id as "distributorId", r.type,
      (select count(*)::int from plans p where p.agency_id = r.agency_id and p.reseller_id = r.id
        and p.archived_at is null) as "ownPlans",
      (select count(*)::int from plans p where p.agency_id = r.agency_id and p.reseller_id = r.agency_id
        and p.archived_at is null and p.current_version is not null
        and (p.visibility = 'all' or (p.visibility = 'chosen' and exists (
          select from plan_audiences o where o.agency_id = p.agency_id and o.plan_id = p.id and o.reseller_id = r.id)))
      ) as "agencyPlans"
    from accounts a join resellers r on r.agency_id = a.agency_id and r.id = a.id
    where a.agency_id = ${agencyId} and a.id = ${input.id} and a.archived_at is null ${locked}`);
  const [facts] = rows;
  if (!facts) throw new AppError("not_found");
  const dueAt = input.day ? startOf(input.day, billingZone) : ctx.now;
  return {
    name: facts.name,
    distributorId: facts.distributorId,
    change: typeChangeOf(facts, input.type),
    dueAt,
  };
}
