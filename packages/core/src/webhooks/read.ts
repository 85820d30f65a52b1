import { webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, count, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { ping } from "./event-types.ts";
import { ownEndpoint } from "./own.ts";
import { wholeWebhook } from "./schemas.ts";
import { showWebhook } from "./show.ts";

/** One endpoint of the caller's own account, and how much of what was to be sent there waits, arrived or failed. */
export const readWebhook = query("webhook.read", {
  input: z.strictObject({ id }),
  output: wholeWebhook,
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx.select().from(webhookEndpoints).where(ownEndpoint(ctx, input.id));
    if (!row) throw new AppError("not_found");
    const { agencyId, endpointId, state, type } = webhookDeliveries;
    const counted = await tx
      .select({
        state,
        messages: count(),
        events: sql<number>`count(*) filter (where ${ne(type, ping)})::int`,
      })
      .from(webhookDeliveries)
      .where(and(eq(agencyId, ctx.tenant.agencyId), eq(endpointId, row.id)))
      .groupBy(state);
    const of = (wanted: string) => counted.find((one) => one.state === wanted)?.messages ?? 0;
    const replayable = counted.find((one) => one.state === "failed")?.events ?? 0;
    return {
      ...showWebhook(row, ctx.securityNow),
      deliveries: { pending: of("pending"), succeeded: of("succeeded"), failed: of("failed"), replayable },
    };
  },
});
