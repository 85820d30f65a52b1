import { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { metersOf } from "../usage/resolve.ts";
import { poolFor } from "./prepare.ts";
import { leastGranted, mostPromised } from "./rule.ts";
import { meter, units } from "./schemas.ts";

const input = z.strictObject({
  meter,
  /** How much may be promised of each hundred units there are. */
  ratioPercent: z.int("ratio_wrong").min(100, "ratio_wrong").max(1_000, "ratio_wrong").optional(),
  /** What an agency has of the meter for a month; null = without limit. Others are given it from above. */
  grantedUnits: units.nullable().optional(),
});

const output = z.object({
  meter: z.string(),
  grantedUnits: z.number().nullable(),
  ratioPercent: z.number(),
  allocatedUnits: z.number(),
  /** Null = without limit. */
  freeUnits: z.number().nullable(),
});

/**
 * Changes how far the caller's account promises more than it has, and for an agency how much that is. Refused with a
 * field error where what is promised already would no longer be covered.
 */
export const updateAllowancePool = command("allowance-pool.update", {
  input,
  output,
  run: async (run, asked) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    if (!(await metersOf(tx, agencyId)).has(asked.meter)) throw fieldError("/meter", "meter_unknown");
    if (asked.grantedUnits !== undefined && ctx.scope.kind !== "agency")
      throw fieldError("/grantedUnits", "granted_from_above");
    const key = { ...ownScope(ctx.tenant), accountId: ctx.scope.account, meter: asked.meter };
    const before = await poolFor(run, key, true);
    const { ratioPercent = before.ratioPercent, grantedUnits = before.grantedUnits } = asked;
    const after = { ...before, ratioPercent, grantedUnits };
    const most = mostPromised(after);
    if (most !== null && after.allocatedUnits > most) {
      if (asked.grantedUnits === undefined) throw fieldError("/ratioPercent", "ratio_too_low");
      throw fieldError("/grantedUnits", "granted_too_low", { units: leastGranted(after) });
    }
    const values = [agencyId, key.accountId, asked.meter, ratioPercent];
    await tx.named("allowance_pool_ratio", ratioSql, values);
    if (ctx.scope.kind === "agency")
      await tx.named("allowance_pool_units", unitsSql, [...values.slice(0, 3), grantedUnits]);
    const { allocatedUnits } = after;
    const freeUnits = most === null ? null : most - allocatedUnits;
    const facts = ({ grantedUnits: has, ratioPercent: ratio }: typeof before) => ({
      ...{ meter: asked.meter, grantedUnits: has, ratioPercent: ratio },
    });
    return {
      result: { ...facts(after), allocatedUnits, freeUnits },
      audit: {
        object: { kind: "allowance-pool", id: key.accountId },
        before: facts(before),
        after: facts(after),
      },
    };
  },
});

const ratioSql = `
  update allowance_pools set ratio_percent = $4 where agency_id = $1 and account_id = $2 and meter = $3`;
const unitsSql = `
  update allowance_pools set granted_units = $4 where agency_id = $1 and account_id = $2 and meter = $3`;
