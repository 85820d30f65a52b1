import type { webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import type { z } from "zod";
import type { delivery, webhook } from "./schemas.ts";

type Endpoint = typeof webhookEndpoints.$inferSelect;
type Delivery = typeof webhookDeliveries.$inferSelect;

/** An endpoint as it is told: never its secrets, and of an earlier one only that it signs too. */
export function showWebhook(row: Endpoint, now: Date): z.input<typeof webhook> {
  const { secret: _, previousSecret: __, previousValidUntil: until, ...endpoint } = row;
  return {
    ...endpoint,
    state: endpoint.disabledAt ? "disabled" : "enabled",
    previousValidUntil: until && until > now ? until : null,
  };
}

/** The id that a receiver knows a message by. */
export function messageId(deliveryId: string): string {
  return `msg_${deliveryId}`;
}

export function showDelivery(
  { endpointId, aboutId, tries, dueAt, ...row }: Delivery,
  about: string | null,
): z.input<typeof delivery> {
  return {
    ...row,
    messageId: messageId(row.id),
    webhookId: endpointId,
    type: row.type as z.input<typeof delivery>["type"],
    about: aboutId === null ? null : { id: aboutId, name: about ?? "" },
    attempts: tries,
    nextAttemptAt: row.state === "pending" ? dueAt : null,
  };
}
