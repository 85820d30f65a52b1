import type { Rule } from "../features/rule.ts";
import type { PaymentMessage } from "../platform/payments/message.ts";
import type { EventType } from "../webhooks/event-types.ts";

/** Every job by name, with what it carries. The agency is stamped by `app.enqueue` and arrives as `agencyId`. */
export interface Jobs {
  "mail.send": { mailId: string };
  /** `userId` is nobody's where the address was. */
  "password.forgot": { userId: string; mailId: string; requestId: string };
  "bulk-run.carry-out": { runId: string };
  /** In the name of who asked for it, who need not be who took the file in. */
  "reseller-import.carry-out": { importId: string; userId: string };
  /** The same for customers; `accountId` took the file in: the agency, or a reseller. */
  "customer-import.carry-out": { importId: string; userId: string; accountId: string };
  /** What was done to a reseller below the agency, and when by business time. */
  "webhook.announce": {
    type: EventType;
    resellerId: string;
    at: string;
    more: Record<string, unknown>;
    eventId: string;
  };
  /** Of a rule that was changed from `before` to `after`; `from` is the last reseller told of. */
  "feature.announce": {
    featureId: string;
    before: Rule;
    after: Rule;
    at: string;
    from: string | null;
    eventId: string;
  };
  "usage.redrive": Record<string, never>;
  /** An agency's clock was moved: what is due by it is carried out at once. */
  "clock.catch-up": Record<string, never>;
  "payments.take-up": { invoiceId: string };
  /** Of the gateway that took the money. */
  "payments.refund": { refundId: string };
  /** What the built-in gateway has to tell; signed when it is told. */
  "test-gateway.call-back": { message: PaymentMessage };
}

export type JobName = keyof Jobs;
