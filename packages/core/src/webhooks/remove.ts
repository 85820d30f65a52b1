import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";

/** Deletes an endpoint with its secret and everything that was or was to be sent to it. */
export const removeWebhook = command("webhook.remove", {
  input: z.strictObject({ id }),
  output: z.object({ url: z.string(), deliveries: z.int() }),
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const own = ownEndpoint(ctx, input.id);
    // Locked first: whoever writes a message to it right now comes before or not at all.
    const [row] = await tx
      .select({ url: webhookEndpoints.url })
      .from(webhookEndpoints)
      .where(own)
      .for("update");
    if (!row) throw new AppError("not_found");
    const sent = and(eq(webhookDeliveries.agencyId, agencyId), eq(webhookDeliveries.endpointId, input.id));
    const ids = tx.select({ id: webhookDeliveries.id }).from(webhookDeliveries).where(sent);
    await tx
      .delete(webhookAttempts)
      .where(and(eq(webhookAttempts.agencyId, agencyId), inArray(webhookAttempts.deliveryId, ids)));
    const gone = await tx.delete(webhookDeliveries).where(sent).returning({ id: webhookDeliveries.id });
    await tx.delete(webhookEndpoints).where(own);
    return {
      result: { url: row.url, deliveries: gone.length },
      audit: { object: { kind: "webhook", id: input.id }, before: { ...row, deliveries: gone.length } },
    };
  },
});
