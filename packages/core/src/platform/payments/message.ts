import { z } from "zod";

/** What a gateway tells of an invoice's money, whichever gateway it is. */
export const paymentMessage = z.strictObject({
  eventId: z.string().min(1).max(100),
  /** `begun`: it is on its way, and told of again as paid or declined under the same reference. */
  kind: z.enum(["begun", "paid", "declined", "refunded", "charged_back"]),
  invoiceId: z.guid(),
  /** Minor units of the currency. */
  amountMinor: z.int().min(1),
  currency: z.string().length(3),
  /** The gateway's own number for it. */
  reference: z.string().min(1).max(200),
  /** Where the payer wants the receipt. */
  payerEmail: z.string().max(254).nullable(),
  /** Of money that went back, the payment it is of: the gateway's own number, or here a surplus's id. */
  ofPayment: z.string().min(1).max(200).optional(),
  /** Of a refund that was asked for here, which. */
  refundId: z.guid().optional(),
});
export type PaymentMessage = z.output<typeof paymentMessage>;

/** A call as it came: the body to the byte, and the headers that sign it (Standard Webhooks). */
export const signedCall = z.strictObject({
  id: z.string().max(100),
  timestamp: z.string().max(20),
  signature: z.string().max(2_000),
  body: z.string().max(64 * 1024),
});
export type SignedCall = z.output<typeof signedCall>;
