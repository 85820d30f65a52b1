import { webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { ping } from "./event-types.ts";
import { ownEndpoint } from "./own.ts";

/** Sends a message that means nothing, to see whether it arrives; also to an endpoint that is switched off. Once. */
export const pingWebhook = command("webhook.ping", {
  input: z.strictObject({ id }),
  output: z.object({ id: z.string() }),
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(ownEndpoint(ctx, input.id));
    if (!row) throw new AppError("not_found");
    const deliveryId = newId();
    await tx.insert(webhookDeliveries).values({
      ...ownScope(ctx.tenant),
      id: deliveryId,
      endpointId: row.id,
      type: ping,
      body: JSON.stringify({ type: ping, timestamp: ctx.now.toISOString(), data: { webhookId: row.id } }),
    });
    return {
      result: { id: deliveryId },
      audit: { object: { kind: "webhook", id: row.id }, after: { delivery: deliveryId } },
    };
  },
});
