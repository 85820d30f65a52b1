import { z } from "zod";
import { largestBatch, largestQuantity } from "./limits.ts";
import { plainBatch } from "./plain-batch.ts";

/** Text that becomes part of an identity: no control characters, no half surrogates, kept as it came. */
const exactText = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    // As a check and not as a pattern: the API's description would carry the flag inside of it.
    .refine((text) => /^[^\p{Cc}\p{Cs}]+$/u.test(text), "wrong_format");

const instantRange = { from: Date.UTC(1970, 0, 1), to: Date.UTC(9999, 11, 31) };

/**
 * One usage event. Its identity is (source, eventId, UTC day of `at`): told again it counts once. Exactly one of
 * accountId (ours) and externalId (the product's own) says whose it is. Counters add `quantity`, gauges are set to it.
 */
export const usageEvent = z
  .strictObject({
    source: exactText(64),
    eventId: exactText(128),
    meter: exactText(40),
    accountId: z.uuid().toLowerCase().optional(),
    externalId: exactText(200).optional(),
    quantity: z.int("quantity_wrong").min(0, "quantity_wrong").max(largestQuantity, "quantity_wrong"),
    /** ISO 8601 with an offset; finer than a millisecond is cut. */
    at: z.iso
      .datetime({ offset: true })
      .refine(isInRange, "wrong_format")
      .transform((at) => new Date(at).toISOString()),
  })
  .superRefine((event, context) => {
    if (event.accountId === undefined && event.externalId === undefined) {
      context.addIssue({ code: "custom", path: ["externalId"], message: "required" });
    }
    if (event.accountId !== undefined && event.externalId !== undefined) {
      context.addIssue({ code: "custom", path: ["externalId"], message: "one_account_only" });
    }
  });
export type UsageEvent = z.output<typeof usageEvent>;

export const usageBatch = z.strictObject({
  events: z.array(usageEvent).min(1, "required").max(largestBatch, "batch_too_large"),
});

/** The body of POST /usage/events as documented. */
export const usageBody = z.union([usageEvent, usageBatch]);

/** `usageBody` with errors that point into the form that was sent; gives the events as a list. */
export const ingestInput = z
  .custom<z.input<typeof usageBody>>(() => true)
  .transform((body, context): UsageEvent[] => {
    const plain = plainBatch(body);
    if (plain) return plain;
    const isBatch = typeof body === "object" && body !== null && "events" in body;
    const parsed = isBatch ? usageBatch.safeParse(body) : usageEvent.safeParse(body);
    if (!parsed.success) {
      context.issues.push(...(parsed.error.issues as never[]));
      return z.NEVER;
    }
    return "events" in parsed.data ? parsed.data.events : [parsed.data];
  });

/** Why an event waits instead of counting. The first three are tried again by themselves. */
export const quarantineReason = z.enum([
  "unknown_account",
  "ambiguous_account",
  "unknown_meter",
  "too_old",
  "too_far_ahead",
]);
export type QuarantineReason = z.infer<typeof quarantineReason>;

export const ingestOutput = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  /** `index` is the event's place in the batch, from 0. */
  quarantined: z.array(z.object({ index: z.int(), reason: quarantineReason })),
});

/** What is no instant at all has been reported by the form already. */
function isInRange(at: string): boolean {
  const time = Date.parse(at);
  return !(time < instantRange.from || time >= instantRange.to);
}
