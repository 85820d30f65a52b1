import { inTenant } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type pg from "pg";
import { writeJobAudit } from "../kernel/audit.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { newId } from "../kernel/ids.ts";
import { waitsForNoPeriod } from "../wholesale/in-order.ts";
import { applyType, type TypeMove } from "./apply-type-change.ts";

/** Changes of one agency that one round takes; the rest are due in the next. */
const mostPerRound = 500;

/**
 * One round of the worker: carries out every change of type that is due by its agency's clock, each in a transaction of
 * its own. Answers how many. One agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function carryOutTypeChanges(pool: pg.Pool): Promise<number> {
  const due = "select agency_id, now::text from app.type_changes_due()";
  const { rows } = await pool.query<{ agency_id: string; now: string }>(due);
  return eachAgency(rows, "Type changes of some agencies failed", ({ agency_id: agency, now }) =>
    carryOut(pool, agency, now),
  );
}

async function carryOut(pool: pg.Pool, agency: string, now: string): Promise<number> {
  const scope = { agency, kind: "agency", account: agency } as const;
  const { rows } = await inTenant(pool, scope, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from type_changes c where agency_id = ${agency} and state = 'scheduled' and due_at <= ${now}::timestamptz
        and ${waitsForNoPeriod}
      order by due_at, id limit ${mostPerRound}`),
  );
  const run = `sweep_${newId()}`;
  for (const { id } of rows)
    await inTenant(pool, scope, async (tx) => {
      // The reseller's row first, as a change by hand locks it: no deadlock between them.
      await tx.execute(sql`
        select from resellers r where r.agency_id = ${agency} and r.id = (
          select reseller_id from type_changes where agency_id = ${agency} and id = ${id}) for update`);
      const settled = await tx.execute<TypeMove & { [column: string]: unknown }>(sql`
        update type_changes set state = 'done', settled_at = ${now}::timestamptz
        where agency_id = ${agency} and id = ${id} and state = 'scheduled'
        returning reseller_id as "resellerId", from_type as "fromType", to_type as "toType"`);
      const [move] = settled.rows;
      if (!move) return;
      const applied = await applyType(tx, agency, move, new Date(now));
      await writeJobAudit(tx, { agencyId: agency, name: "types.sweep", run }, "reseller.change-type", {
        object: { kind: "reseller", id: move.resellerId },
        before: { type: move.fromType },
        after: { type: move.toType, applied },
        resellerId: move.resellerId,
      });
    });
  return rows.length;
}
