import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { newId } from "../../kernel/ids.ts";
import { keyedHash, seal, unseal } from "../../kernel/sealed.ts";
import type { Gateway } from "./gateway.ts";
import { type PaymentMessage, paymentMessage, type SignedCall } from "./message.ts";

/** What a payer is sent to the gateway with. */
export const checkout = z.strictObject({
  id: z.guid(),
  /** Whose host it is paid on, and no other. */
  frontId: z.guid(),
  invoiceId: z.guid(),
  code: z.string(),
  amountMinor: z.int().min(1),
  currency: z.string(),
  payerEmail: z.string().nullable(),
  /** The path the payer comes back to. */
  back: z.string(),
});
export type Checkout = z.output<typeof checkout>;

/**
 * The gateway that is built in, for installations without another: it takes no money and does everything else a gateway does, with a
 * hosted page, signed calls, and calls that come late or twice. It keeps nothing: what it knows stands encrypted in the address.
 */
export function openTestGateway(secret: string, agencyId: string) {
  const signer = new Webhook(`whsec_${keyedHash(secret, "test gateway", agencyId).toString("base64")}`);
  return {
    /** The path of the hosted page for a checkout. */
    pathOf: (asked: Checkout): string => {
      const sealed = seal(secret, "test gateway", agencyId, Buffer.from(JSON.stringify(asked)));
      return `/pay/gateway/${sealed.toString("base64url")}`;
    },
    /** The checkout behind a hosted page's address; undefined for anything this gateway did not make for this agency. */
    open: (sealed: string): Checkout | undefined => {
      try {
        const plain = unseal(secret, "test gateway", agencyId, Buffer.from(sealed, "base64url"));
        return checkout.parse(JSON.parse(plain.toString()));
      } catch {
        return undefined;
      }
    },
    sign: (message: PaymentMessage, at: Date): SignedCall => {
      const body = JSON.stringify(message);
      const timestamp = String(Math.floor(at.getTime() / 1_000));
      return { id: message.eventId, timestamp, signature: signer.sign(message.eventId, at, body), body };
    },
    /** The message of a call, when its signature is good and no older than five minutes; else undefined. */
    verify: ({ id, timestamp, signature, body }: SignedCall): PaymentMessage | undefined => {
      try {
        signer.verify(body, {
          "webhook-id": id,
          "webhook-timestamp": timestamp,
          "webhook-signature": signature,
        });
        const message = paymentMessage.parse(JSON.parse(body));
        return message.eventId === id ? message : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** The built-in gateway as one among others. It took no money, so there is none to give back. */
export function testGateway(secret: string, agencyId: string): Gateway {
  const { pathOf, verify } = openTestGateway(secret, agencyId);
  return {
    open: async ({ origin: _origin, at: _at, ...asked }) => pathOf({ ...asked, id: newId() }),
    read: async (call) => {
      const told = verify(call);
      return told ? { from: null, told } : "unsigned";
    },
  };
}
