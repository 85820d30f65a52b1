import { accounts, webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";
import { deliveryListInput, deliveryPage } from "./schemas.ts";
import { showDelivery } from "./show.ts";

/** What was and is to be sent to an endpoint of the caller's own account: filtered by state and type. */
export const listDeliveries = query("webhook-delivery.list", {
  input: deliveryListInput,
  output: deliveryPage,
  object: ({ id }) => ({ table: "webhookEndpoints", id }),
  run: async ({ tx, ctx }, input) => {
    const [own] = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(ownEndpoint(ctx, input.id));
    if (!own) throw new AppError("not_found");
    const { agencyId, endpointId, createdAt, id, state, type, aboutId } = webhookDeliveries;
    const { rows, ...ends } = await listPage(ctx, "webhook-delivery.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await tx
        .select({ delivery: webhookDeliveries, about: accounts.name, place: sql<string>`${createdAt}::text` })
        .from(webhookDeliveries)
        .leftJoin(accounts, and(eq(accounts.agencyId, agencyId), eq(accounts.id, aboutId)))
        .where(
          and(
            eq(agencyId, ctx.tenant.agencyId),
            eq(endpointId, own.id),
            input.state && eq(state, input.state),
            input.type && eq(type, input.type),
            place.id
              ? sql`(${createdAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(createdAt) : asc(createdAt), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((row) => ({ ...row, id: row.delivery.id }));
    });
    return { deliveries: rows.map((row) => showDelivery(row.delivery, row.about)), ...ends };
  },
});
