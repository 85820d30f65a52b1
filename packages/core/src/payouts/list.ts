import { payouts } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { selectPayouts, shownPayout } from "./row.ts";
import { listInput, payoutPage } from "./schemas.ts";

/** One page of the payouts in the caller's reach. A distributor has none of its own. */
export const listPayouts = query("payout.list", {
  input: listInput,
  output: payoutPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { payouts: [], next: null, previous: null };
    const { createdAt, id } = payouts;
    const { rows, next, previous } = await listPage(ctx, "payout.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectPayouts(run)
        .where(
          and(
            eq(payouts.agencyId, ctx.tenant.agencyId),
            input.resellerId ? eq(payouts.resellerId, input.resellerId) : undefined,
            input.state ? eq(payouts.state, input.state) : undefined,
            place.id
              ? sql`(${createdAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(createdAt) : asc(createdAt), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({ ...one, id: one.payout.id, place: one.payout.createdAt.toISOString() }));
    });
    return { payouts: rows.map((row) => shownPayout(row, ctx)), next, previous };
  },
});
