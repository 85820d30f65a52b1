import { z } from "zod";
import { email, id, token } from "../identity/schemas.ts";
import { signedCall } from "../platform/payments/message.ts";

/** Gateways that call back; a bank and a refund asked for here are told by people. */
export const gateways = ["test", "stripe"] as const;

export const receiveInput = signedCall.extend({ provider: z.enum(gateways) });

const reference = z.string().trim().min(1, "required").max(200, "too_long");

export const markPaidInput = z.strictObject({
  id,
  /** What the bank's statement says, for whoever looks it up. */
  reference,
});

export const refundInput = z.strictObject({
  id,
  /** Minor units, tax included; everything that is left unless said. */
  amountMinor: z.int("refund_wrong").min(1, "refund_wrong").optional(),
  reference,
});

export const giveBackInput = z.strictObject({
  /** Of what came too much. */
  id,
  /** By what it is known: the transfer that gives it back, or why. */
  reference,
});

export const retryRefundInput = z.strictObject({ id });

/** Taken down; it is carried out within seconds. */
export const taken = z.object({ id: z.string() });

export const checkoutInput = z.strictObject({ checkout: z.string().max(4_000, "too_long") });

export const checkoutPage = z.object({
  code: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  back: z.string(),
});

/** How long the built-in gateway waits before it calls. */
export const delays = ["none", "minute", "days"] as const;
export type Delay = (typeof delays)[number];

export const answerInput = checkoutInput.extend({
  outcome: z.enum(["paid", "declined"]),
  /** The gateway calls twice, as gateways do. */
  twice: z.boolean().default(false),
  delay: z.enum(delays).default("none"),
});

export const answered = z.object({ back: z.string() });

export const payInput = z.strictObject({
  token,
  payerEmail: email.optional(),
  /** Although a payment is on its way: it may have failed. */
  again: z.boolean().default(false),
});
/** Where the payer goes on: a path here, or an address of the gateway's own. */
export const started = z.object({ url: z.string() });
