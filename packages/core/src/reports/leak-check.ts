import { inTenant } from "@tenantry/db";
import { leakChecks } from "@tenantry/db/schema";
import type pg from "pg";
import { openDesk } from "../kernel/desk.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { leaksSql } from "./leaks-sql.ts";

/** What is past due is reminded of, and is no news of the night. */
const foundSql = `select count(*)::int as found from (${leaksSql}) l where l.kind <> 'unpaid_over_days'`;

/**
 * One round of the worker: counts once on each day of an agency what was charged otherwise than it ran. Answers how many agencies. One
 * agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function checkForLeaks(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ agency_id: string }>("select agency_id from app.leak_checks_due()");
  return eachAgency(rows, "Looking for leaks failed for some agencies", ({ agency_id: agency }) =>
    inTenant(pool, { agency, kind: "agency", account: agency }, async (tx) => {
      const { now, zone } = await openDesk(tx, agency);
      const at = now.toISOString();
      const [row] = await tx.named<{ found: number }>("leak_check", foundSql, [
        agency,
        agency,
        true,
        at,
        zone,
        at,
      ]);
      const seen = { lookedAt: now, found: row!.found };
      await tx
        .insert(leakChecks)
        .values({ agencyId: agency, ...seen })
        .onConflictDoUpdate({ target: leakChecks.agencyId, set: seen });
      return 1;
    }),
  );
}
