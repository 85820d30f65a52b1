import { z } from "zod";
import { query } from "../kernel/verb.ts";
import { firstMeterSql, firstMeterUseSql } from "./first-meter.ts";
import { listedIds } from "./listed-ids.ts";
import { monthSoFar } from "./period.ts";
import { exactUnits } from "./rules.ts";

/** What a list of customers shows beside who they are: use this month. One statement for up to 100 of them. */
export const usageByCustomer = query("usage.by-customer", {
  input: z.strictObject({ ids: listedIds }),
  output: z.object({
    meter: z.string().nullable(),
    /** Those that are not there are left out. `used`: units of the agency's first meter in the billing month so far. */
    customers: z.array(z.object({ id: z.string(), used: z.int() })),
  }),
  run: async ({ ctx, last }, { ids }) => {
    const { from, to } = monthSoFar(ctx).current;
    const rows = await last<Row>("usage_by_customer", figuresSql, [ctx.tenant.agencyId, ids, from, to]);
    return {
      meter: rows[0]?.meter ?? null,
      customers: rows.map(({ id, used }) => ({ id, used: exactUnits(used) })),
    };
  },
});

interface Row {
  [column: string]: unknown;
  id: string;
  meter: string | null;
  used: bigint;
}

const figuresSql = `
  with meter as (${firstMeterSql})
  select a.id, (select key from meter) as meter,${firstMeterUseSql("a.id")} as used
  from accounts a
  where a.agency_id = $1 and a.id = any($2::uuid[]) and a.kind = 'customer'`;
