import { subscriptions } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { selectSubscriptions, shownSubscription } from "./row.ts";
import { listInput, subscriptionPage } from "./schemas.ts";

/** One page of the subscriptions in the caller's reach, or of one customer. A distributor has none of its own. */
export const listSubscriptions = query("subscription.list", {
  input: listInput,
  output: subscriptionPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { subscriptions: [], next: null, previous: null };
    const { startedAt, id } = subscriptions;
    const page = await listPage(ctx, "subscription.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectSubscriptions(run)
        .where(
          and(
            eq(subscriptions.agencyId, ctx.tenant.agencyId),
            input.customerId ? eq(subscriptions.customerId, input.customerId) : undefined,
            input.state ? eq(subscriptions.state, input.state) : undefined,
            place.id
              ? sql`(${startedAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(startedAt) : asc(startedAt), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({ ...one, id: one.row.id, place: one.row.startedAt.toISOString() }));
    });
    const { rows, next, previous } = page;
    return { subscriptions: rows.map((row) => shownSubscription(row, ctx)), next, previous };
  },
});
