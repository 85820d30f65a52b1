import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";
import { deliveryTypes, eventTypes } from "./event-types.ts";

/** Endpoints an account may have, those that are switched off included. */
export const mostEndpoints = 20;

/** How long the old secret may sign beside the new one, in hours. */
export const longestOverlap = 168;

const disabledReasons = ["by_hand", "gone", "failing"] as const;
const states = ["enabled", "disabled"] as const;
export const deliveryStates = ["pending", "succeeded", "failed"] as const;

export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(z.string()),
  state: z.enum(states),
  /** By a person; because the receiver said it is gone (410); because nothing arrived for days. */
  disabledWhy: z.enum(disabledReasons).nullable(),
  disabledAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  lastSuccessAt: instant.nullable(),
  lastFailureAt: instant.nullable(),
  rotatedAt: instant.nullable(),
  /** Until when the secret before the last rotation signs too; null once that has passed. */
  previousValidUntil: instant.nullable(),
});

/** One endpoint, with how many messages of each state stand in its log. */
export const wholeWebhook = webhook.extend({
  deliveries: z.object({
    pending: z.int(),
    succeeded: z.int(),
    failed: z.int(),
    /** Of the failed ones those that are sent again together: all but tests. */
    replayable: z.int(),
  }),
});

const paging = {
  cursor: z.string().max(1_000, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export const listInput = z.strictObject({
  /** Text anywhere in the address or the description. */
  search: z.string().trim().max(100, "too_long").optional(),
  state: z.enum(states).optional(),
  sort: z.enum(["url", "-url", "created", "-created"]).default("-created"),
  ...paging,
});

export const webhookPage = z.object({
  webhooks: z.array(webhook),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

const url = z.string({ error: "required" }).trim().min(1, "required").max(500, "too_long");
const description = z.string().trim().max(200, "too_long");
const chosen = z
  .array(z.enum(eventTypes, "event_type_unknown"), { error: "event_type_required" })
  .min(1, "event_type_required")
  .max(eventTypes.length)
  .transform((types) => eventTypes.filter((one) => types.includes(one)));

export const createInput = z.strictObject({
  /** https, a public server. */
  url,
  description: description.default(""),
  eventTypes: chosen,
});

export const updateInput = z.strictObject({
  id,
  url: url.optional(),
  description: description.optional(),
  eventTypes: chosen.optional(),
});

/** The answers that carry the secret, once each. */
export const withSecret = z.object({ id: z.string(), url: z.string(), secret: z.string() });

export const rotateInput = z.strictObject({
  id,
  /** Hours in which the old secret signs too; 0 = not at all. */
  overlapHours: z.int().min(0).max(longestOverlap).default(24),
});

export const rotated = withSecret.extend({ previousValidUntil: instant.nullable() });

export const delivery = z.object({
  id: z.string(),
  /** The `webhook-id` header: the same in every attempt and replay. */
  messageId: z.string(),
  webhookId: z.string(),
  type: z.enum(deliveryTypes),
  /** The reseller it is about. */
  about: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(deliveryStates),
  createdAt: instant,
  attempts: z.int(),
  /** When it is tried next; null when it is not. */
  nextAttemptAt: instant.nullable(),
  lastStatus: z.int().nullable(),
  lastFailure: z.string().nullable(),
});

export const deliveryListInput = z.strictObject({
  id,
  state: z.enum(deliveryStates).optional(),
  type: z.enum(deliveryTypes).optional(),
  sort: z.enum(["created", "-created"]).default("-created"),
  ...paging,
});

export const deliveryPage = z.object({
  deliveries: z.array(delivery),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const wholeDelivery = delivery.extend({
  url: z.string(),
  /** As it was when it happened; every attempt sends these very bytes. */
  body: z.string(),
  tries: z.array(
    z.object({
      number: z.int(),
      at: instant,
      durationMs: z.int(),
      /** HTTP status; null when no answer came. */
      status: z.int().nullable(),
      failure: z.string().nullable(),
      /** The answer's beginning, secrets blacked out. */
      answer: z.string().nullable(),
    }),
  ),
});
