import { z } from "zod";
import { sideOf } from "../kernel/reach.ts";
import { query } from "../kernel/verb.ts";
import { firstMeterSql, firstMeterUseSql } from "./first-meter.ts";
import { planMetersSql } from "./included.ts";
import { listedIds } from "./listed-ids.ts";
import { monthSoFar } from "./period.ts";
import { exactUnits } from "./rules.ts";

/** More customers than this are told as "1,000+": an exact count of many would cost each page of the list. */
const mostCounted = 1_000;

const figures = z.object({
  id: z.string(),
  /** Live customers, counted up to 1,000. */
  customers: z.int(),
  /** Units of the agency's first meter in the billing month so far, its customers' included. */
  used: z.int(),
  /** Units of that meter its plan includes a month; null when the plan sets none. */
  included: z.int().nullable(),
  /** When one of its people was last there; null when nobody was within the last week or ever. */
  lastSeenAt: z.string().nullable(),
});

/**
 * What a list of resellers shows beside who they are: customers, use against allowance, last activity. One statement
 * for up to 100 of them; those that are not there are left out.
 */
export const usageByReseller = query("usage.by-reseller", {
  beneath: "see",
  input: z.strictObject({ ids: listedIds }),
  output: z.object({ meter: z.string().nullable(), resellers: z.array(figures) }),
  run: async ({ ctx, last }, { ids }) => {
    const { from, to } = monthSoFar(ctx).current;
    const side = sideOf(ctx);
    const rows = await last<Row>(`usage_by_reseller_${side}`, figuresSql[side], [
      ctx.tenant.agencyId,
      ids,
      from,
      to,
    ]);
    return {
      meter: rows[0]?.meter ?? null,
      resellers: rows.map(({ meter: _, used, included, lastSeenAt, ...row }) => ({
        ...row,
        used: exactUnits(used),
        included: included === null ? null : exactUnits(included),
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
      })),
    };
  },
});

interface Row {
  [column: string]: unknown;
  id: string;
  meter: string | null;
  customers: number;
  used: bigint;
  included: bigint | null;
  lastSeenAt: Date | null;
}

// What an upline may know of plans is made by a function: once, and not for each row.
const sqlOf = (side: keyof typeof planMetersSql) => `
  with meter as (${firstMeterSql}
  ), known as ${side === "upline" ? "materialized " : ""}(${planMetersSql[side]}
  )
  select r.id, (select key from meter) as meter,
    (select count(*)::int from (
      select from accounts c
      where c.agency_id = $1 and c.reseller_id = r.id and c.kind = 'customer' and c.archived_at is null
      limit ${mostCounted}) counted) as customers,${firstMeterUseSql("r.id")} as used,
    (select included_units from known
      where version_id = r.plan_version_id and meter = (select key from meter)) as included,
    (select max(s.last_seen_at) from sessions s
      where s.agency_id = $1 and s.reseller_id = r.id and s.account_id = r.id) as "lastSeenAt"
  from resellers r
  where r.agency_id = $1 and r.id = any($2::uuid[])`;
const figuresSql = { agency: sqlOf("agency"), upline: sqlOf("upline") };
