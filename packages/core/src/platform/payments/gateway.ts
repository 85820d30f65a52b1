import type { ConnectedFacts } from "./connected.ts";
import type { PaymentMessage, SignedCall } from "./message.ts";

/** What a payer is sent to a gateway with. */
export interface Asked {
  /** Whose host it is paid on. */
  frontId: string;
  invoiceId: string;
  code: string;
  amountMinor: number;
  currency: string;
  payerEmail: string | null;
  /** The front's origin, and the path there that the payer comes back to. */
  origin: string;
  back: string;
  /** Security time. */
  at: Date;
}

/** Money to be given back of a payment the gateway took. */
export interface RefundAsked {
  id: string;
  /** How often it was asked for anew after a failure. */
  again: number;
  /** The gateway's own number for the payment. */
  payment: string;
  invoiceId: string;
  amountMinor: number;
  currency: string;
  reason: string;
}

/** A refund that was asked for here and that the gateway gave up later. */
export interface RefundGivenUp {
  givenUp: { id: string; invoiceId: string };
}

/** What a call comes to: nothing about an invoice, what it tells of one, or how a connected account is now. */
export type Told = "nothing" | PaymentMessage | RefundGivenUp | { connected: ConnectedFacts };

/** A call that is the gateway's, and about whose account there: null = that of whoever holds the key. */
export interface Heard {
  from: string | null;
  told: Told;
}

/** Why a gateway did not do something, and will not when asked once more in the same way. */
export const refundFailures = ["refused", "key_refused", "already_refunded", "no_account"] as const;

/** What a gateway answers to a refund: given back, to be told of later, or never. */
export type RefundAnswer =
  | { told: PaymentMessage }
  | "under way"
  | { failure: (typeof refundFailures)[number] };

/** What the product asks of a payment gateway. Nothing here is called while a transaction is open: each may take seconds. */
export interface Gateway {
  /** The address of the hosted page. Throws `gateway_refused` or `gateway_unreachable`: nothing was charged. */
  open: (asked: Asked) => Promise<string>;
  /** Reads a call; throws `gateway_unreachable` where it takes a question back that was not answered. */
  read: (call: SignedCall) => Promise<"unsigned" | Heard>;
  /** Gives money back, once, however often it is asked. Throws where it is worth asking again. Left out where none was taken. */
  refund?: (asked: RefundAsked) => Promise<RefundAnswer>;
}
