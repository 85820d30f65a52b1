import { accounts, subscriptions } from "@tenantry/db/schema";
import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { searchCondition } from "../customers/search.ts";
import { soldBy } from "../invoices/sold-by.ts";
import { listPage } from "../kernel/list-page.ts";
import { query, type Run } from "../kernel/verb.ts";
import { monthlyMinor, selectSubscriptions, shownSubscription } from "./row.ts";
import { listInput, subscriptionPage } from "./schemas.ts";

/** One page of the subscriptions in the caller's reach, or of one customer. A distributor has none of its own. */
export const listSubscriptions = query("subscription.list", {
  input: listInput,
  output: subscriptionPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { subscriptions: [], next: null, previous: null };
    const { startedAt, id } = subscriptions;
    const byMrr = input.sort.endsWith("mrr");
    const key: SQL = byMrr ? monthlyMinor(ctx) : sql`${startedAt}`;
    const given = (key: string | null) => (byMrr ? sql`${key}::bigint` : sql`${key}::timestamptz`);
    const matches = input.search ? await foundBy(run, input.search) : undefined;
    const page = await listPage(ctx, "subscription.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectSubscriptions(run)
        .where(
          and(
            eq(subscriptions.agencyId, ctx.tenant.agencyId),
            input.customerId ? eq(subscriptions.customerId, input.customerId) : undefined,
            input.resellerId ? eq(subscriptions.resellerId, input.resellerId) : undefined,
            input.state ? eq(subscriptions.state, input.state) : undefined,
            input.currency ? eq(subscriptions.currency, input.currency) : undefined,
            input.sold && soldBy[input.sold](subscriptions, ctx.scope.account),
            matches,
            place.id ? sql`(${key}, ${id}) ${beyond} (${given(place.key)}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(key) : asc(key), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({
        ...{ ...one, id: one.row.id },
        place: byMrr ? String(one.monthlyMinor) : one.row.startedAt.toISOString(),
      }));
    });
    const { rows, next, previous } = page;
    return { subscriptions: rows.map((row) => shownSubscription(row, ctx)), next, previous };
  },
});

async function foundBy(run: Run, search: string): Promise<SQL | undefined> {
  return or(
    sql`starts_with(${subscriptions.code}, ${search.toUpperCase()})`,
    and(eq(accounts.kind, "customer"), await searchCondition(run, search)),
  );
}
