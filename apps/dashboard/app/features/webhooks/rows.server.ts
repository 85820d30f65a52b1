import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { listWebhooks } from "@tenantry/core/webhooks/list";
import type { listDeliveries } from "@tenantry/core/webhooks/list-deliveries";
import type { DeliveryFailure, DeliveryRow, EventType, WebhookRow } from "./types.ts";

const second = 1_000;
const hour = 3_600 * second;

/** An endpoint as the pages show it, at the request's time. */
export function webhookRow(
  { securityNow }: Ctx,
  webhook: Awaited<ReturnType<typeof listWebhooks>>["webhooks"][number],
): WebhookRow {
  const { id, url, description, state, disabledWhy, disabledAt, createdAt, rotatedAt } = webhook;
  const { lastSuccessAt, lastFailureAt, previousValidUntil: until } = webhook;
  const left = until ? Math.ceil((Date.parse(until) - securityNow.getTime()) / hour) : 0;
  return {
    ...{ id, url, description, state, disabledWhy, disabledAt, createdAt, rotatedAt, lastSuccessAt },
    lastFailureAt,
    host: new URL(url).host,
    eventTypes: webhook.eventTypes as EventType[],
    failing: lastFailureAt !== null && Date.parse(lastFailureAt) > Date.parse(lastSuccessAt ?? "1970-01-01"),
    overlap: until ? { until, hoursLeft: left } : null,
  };
}

/** A message as the pages show it. */
export function deliveryRow(
  delivery: Awaited<ReturnType<typeof listDeliveries>>["deliveries"][number],
): DeliveryRow {
  const { id, messageId, type, about, state, createdAt, nextAttemptAt, attempts } = delivery;
  const last = { status: delivery.lastStatus, failure: delivery.lastFailure as DeliveryFailure | null };
  return { id, messageId, type, about, state, createdAt, nextAttemptAt, attempts, last };
}

/** Is something about to come of it, so that the page may look again by itself? */
export function isSettling(
  { securityNow }: Ctx,
  { nextAttemptAt }: Pick<DeliveryRow, "nextAttemptAt">,
): boolean {
  if (nextAttemptAt === null) return false;
  const ahead = Date.parse(nextAttemptAt) - securityNow.getTime();
  return ahead < 60 * second && ahead > -120 * second;
}
