import { accounts, invoices, orders, subscriptions } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { query, type Run } from "../kernel/verb.ts";
import { listInput, orderPage } from "./schemas.ts";

/** One page of what was ordered in the caller's reach. A distributor has none of its own. */
export const listOrders = query("order.list", {
  input: listInput,
  output: orderPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { orders: [], next: null, previous: null };
    const { placedAt, id } = orders;
    const { rows, next, previous } = await listPage(ctx, "order.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectOrders(run)
        .where(
          and(
            eq(orders.agencyId, ctx.tenant.agencyId),
            input.customerId ? eq(orders.customerId, input.customerId) : undefined,
            place.id
              ? sql`(${placedAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(placedAt) : asc(placedAt), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({ ...one, id: one.order.id, place: one.order.placedAt.toISOString() }));
    });
    return {
      orders: rows.map(({ order, ...more }) => ({ ...order, ...more, id: order.id })),
      next,
      previous,
    };
  },
});

function selectOrders({ tx }: Run) {
  return tx
    .select({
      order: orders,
      customer: { id: orders.customerId, name: sql<string>`coalesce(${accounts.name}, '–')` },
      subscription: { id: subscriptions.id, code: subscriptions.code },
      invoice: { id: invoices.id, code: invoices.code },
    })
    .from(orders)
    .leftJoin(accounts, and(eq(accounts.agencyId, orders.agencyId), eq(accounts.id, orders.customerId)))
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.agencyId, orders.agencyId), eq(subscriptions.id, orders.subscriptionId)),
    )
    .leftJoin(invoices, and(eq(invoices.agencyId, orders.agencyId), eq(invoices.id, orders.invoiceId)));
}
