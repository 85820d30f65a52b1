import { webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { ping } from "./event-types.ts";
import { ownEndpoint } from "./own.ts";
import { messageId } from "./show.ts";

/** Everything a message needs to be sent again: the same row, so the same id and the same bytes, from the first step. */
const again = { state: "pending", step: 0, dueAt: databaseNow as never } as const;

/**
 * Sends a message again, or one that waits now. The receiver sees the id it knows and can tell that it has had it.
 * `webhook_disabled` where the endpoint is switched off.
 */
export const replayDelivery = command("webhook-delivery.replay", {
  input: z.strictObject({ id }),
  output: z.object({ id: z.string(), messageId: z.string() }),
  object: (input) => ({ table: "webhookDeliveries", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const message = and(eq(webhookDeliveries.agencyId, agencyId), eq(webhookDeliveries.id, input.id));
    const [row] = await tx
      .select({ endpointId: webhookDeliveries.endpointId, type: webhookDeliveries.type })
      .from(webhookDeliveries)
      .where(message);
    await requireOn({ tx, ctx }, row?.endpointId, row?.type === ping);
    await tx.update(webhookDeliveries).set(again).where(message);
    return {
      result: { id: input.id, messageId: messageId(input.id) },
      audit: { object: { kind: "webhook-delivery", id: input.id }, after: { webhook: row?.endpointId } },
    };
  },
});

/** Sends everything again that an endpoint has not taken; tests are past. */
export const replayFailed = command("webhook.replay-failed", {
  input: z.strictObject({ id }),
  output: z.object({ deliveries: z.int() }),
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    await requireOn({ tx, ctx }, input.id, false);
    const { rowCount } = await tx
      .update(webhookDeliveries)
      .set(again)
      .where(
        and(
          eq(webhookDeliveries.agencyId, ctx.tenant.agencyId),
          eq(webhookDeliveries.endpointId, input.id),
          eq(webhookDeliveries.state, "failed"),
          ne(webhookDeliveries.type, ping),
        ),
      );
    const deliveries = rowCount ?? 0;
    return {
      result: { deliveries },
      audit: { object: { kind: "webhook", id: input.id }, after: { deliveries } },
    };
  },
});

/** It stays on, or off, until the messages are written. */
async function requireOn({ tx, ctx }: Run, endpointId: string | undefined, evenOff: boolean): Promise<void> {
  if (!endpointId) throw new AppError("not_found");
  const [endpoint] = await tx
    .select({ disabledAt: webhookEndpoints.disabledAt })
    .from(webhookEndpoints)
    .where(ownEndpoint(ctx, endpointId))
    .for("key share");
  if (!endpoint) throw new AppError("not_found");
  if (endpoint.disabledAt && !evenOff) throw new AppError("webhook_disabled");
}
