import type { EventType } from "@tenantry/core/webhooks/event-types";

export type { EventType };
export type DeliveryType = EventType | "ping";

/** Events by what they are about; one that stands in no group is a type error. */
const groupOf: Record<EventType, EventGroup> = {
  "reseller.created": "resellers",
  "reseller.updated": "resellers",
  "reseller.activated": "resellers",
  "reseller.deactivated": "resellers",
  "reseller.archived": "resellers",
  "reseller.restored": "resellers",
  "reseller.erased": "resellers",
  "plan.changed": "plans",
  "type.changed": "plans",
  "cap.reached": "plans",
  "feature.released": "features",
  "feature.withdrawn": "features",
  "allowance.changed": "plans",
};

export const eventGroups = ["resellers", "plans", "features"] as const;
export type EventGroup = (typeof eventGroups)[number];

export function eventsOf(group: EventGroup): EventType[] {
  return (Object.keys(groupOf) as EventType[]).filter((type) => groupOf[type] === group);
}

export interface WebhookRow {
  id: string;
  url: string;
  /** Of the address; the rest of it can hold a secret. */
  host: string;
  description: string;
  eventTypes: EventType[];
  state: "enabled" | "disabled";
  /** By a person; because the receiver said it is gone; because nothing arrived for days. */
  disabledWhy: "by_hand" | "gone" | "failing" | null;
  /** Its last message did not arrive. */
  failing: boolean;
  /** Instants; null = never. */
  disabledAt: string | null;
  createdAt: string;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  rotatedAt: string | null;
  /** The secret before the last rotation signs too until then, for this many hours more; null = there is none. */
  overlap: { until: string; hoursLeft: number } | null;
}

/** How many messages of each state stand in an endpoint's log. */
export type DeliveryCounts = Record<DeliveryState, number> & {
  /** Failed ones that are sent again together: all but tests. */
  replayable: number;
};

export type DeliveryState = "pending" | "succeeded" | "failed";

/** Why no answer came, or why nothing was asked. */
export type DeliveryFailure =
  | "url_refused"
  | "address_refused"
  | "name_unknown"
  | "timeout"
  | "unreachable"
  | "tls_failed"
  | "answer_malformed"
  | "answer_too_large"
  | "secret_lost"
  | "endpoint_disabled"
  | "unsettled";

/** What came of the last attempt: an HTTP status or why there is none. */
export interface Answered {
  status: number | null;
  failure: DeliveryFailure | null;
}

export interface DeliveryRow {
  id: string;
  messageId: string;
  type: DeliveryType;
  /** The reseller it is about. */
  about: { id: string; name: string } | null;
  state: DeliveryState;
  /** Instants; `nextAttemptAt` is null when it is not tried again by itself. */
  createdAt: string;
  nextAttemptAt: string | null;
  attempts: number;
  last: Answered;
}
