import { commissionDisputes, commissions, payouts } from "@tenantry/db/schema";
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { onDays } from "../kernel/day-range.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { selectCommissions, shownCommission } from "./row.ts";
import { commissionPage, listInput } from "./schemas.ts";

/** One page of the decisions on commission in the caller's reach. A distributor has none of its own. */
export const listCommissions = query("commission.list", {
  input: listInput,
  output: commissionPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { commissions: [], next: null, previous: null };
    const { at, id } = commissions;
    const { rows, next, previous } = await listPage(ctx, "commission.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectCommissions(run)
        .where(
          and(
            eq(commissions.agencyId, ctx.tenant.agencyId),
            input.resellerId ? eq(commissions.resellerId, input.resellerId) : undefined,
            input.customerId ? eq(commissions.customerId, input.customerId) : undefined,
            input.outcome === "all" ? undefined : eq(commissions.outcome, input.outcome),
            onDays(at, input.from, input.to, ctx.tenant.billingZone),
            input.currency ? eq(commissions.currency, input.currency) : undefined,
            input.payoutId ? ofPayout(ctx.tenant.agencyId, input.payoutId) : undefined,
            input.state && inState(input.state, ctx.now),
            place.id
              ? sql`(${at}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(at) : asc(at), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({ ...one, id: one.row.id }));
    });
    return { commissions: rows.map((row) => shownCommission(row, ctx)), next, previous };
  },
});

/** Held by a payout, whatever became of it. */
function ofPayout(agencyId: string, payoutId: string): SQL {
  return sql`${commissions.id} in (
    select commission_id from payout_lines where agency_id = ${agencyId} and payout_id = ${payoutId})`;
}

/** In a payout, paid by one, or in none: then disputed, payable or not yet. */
function inState(state: NonNullable<z.output<typeof listInput>["state"]>, now: Date): SQL | undefined {
  if (state === "in_payout") return inArray(payouts.state, ["draft", "sent"]);
  if (state === "paid") return eq(payouts.state, "completed");
  if (state === "disputed") return and(isNull(payouts.id), isNotNull(commissionDisputes.id));
  const due = state === "pending" ? gt(commissions.payableAt, now) : lte(commissions.payableAt, now);
  return and(isNull(payouts.id), isNull(commissionDisputes.id), due);
}
