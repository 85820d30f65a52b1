import type Stripe from "stripe";
import type { Heard } from "./gateway.ts";
import type { SignedCall } from "./message.ts";
import { openStripe } from "./stripe-client.ts";
import { askConnected } from "./stripe-connect.ts";
import { connectedEvents, readEvent } from "./stripe-events.ts";
import type { StripeAccount } from "./stripe-gateway.ts";

/**
 * What a call of Stripe's says, and of whose account. Events of connected accounts name theirs and are signed by secrets of their own: what
 * names an account and is signed by the platform's, or the other way round, is nobody's. How an account is stands in no event we would
 * believe: an older one may come later, so it is asked for.
 */
export async function readCall(account: StripeAccount, call: SignedCall): Promise<"unsigned" | Heard> {
  const { key, baseUrl, webhookSecret, connectSecrets } = account;
  const stripe = openStripe(key, baseUrl);
  if (isThin(call)) {
    const told = verified([webhookSecret, ...connectSecrets], (secret) =>
      stripe.parseEventNotification(call.body, call.signature, secret),
    );
    return told ? readThin(stripe, told) : "unsigned";
  }
  const readWith = (secrets: string[]) =>
    verified(secrets, (secret) => stripe.webhooks.constructEvent(call.body, call.signature, secret));
  const own = readWith([webhookSecret]);
  if (own && !own.account) return { from: null, told: await readEvent(stripe, own) };
  const event = readWith(connectSecrets);
  const from = event?.account;
  if (!event || !from) return "unsigned";
  // An endpoint for connected accounts is told of their test payments as well.
  if (event.livemode !== key.includes("_live_")) return { from, told: "nothing" };
  if (isOfAccount(event.type)) return { from, told: { connected: await askConnected(stripe, from) } };
  return { from, told: await readEvent(openStripe(key, baseUrl, from), event) };
}

/** A thin event says which account it is about, and nothing of it. */
async function readThin(stripe: Stripe, told: Stripe.V2.Core.EventNotification): Promise<Heard> {
  const about = "related_object" in told && told.related_object;
  const id = about && "id" in about && about.id;
  if (!isOfAccount(told.type) || typeof id !== "string") return { from: null, told: "nothing" };
  return { from: id, told: { connected: await askConnected(stripe, id) } };
}

/** The first reading that does not throw: those throw where another secret signed, or none. */
function verified<T>(secrets: string[], read: (secret: string) => T): T | undefined {
  for (const secret of secrets) {
    try {
      return read(secret);
    } catch {
      // Signed by another, or nobody.
    }
  }
  return undefined;
}

const isOfAccount = (type: string): boolean => (connectedEvents as readonly string[]).includes(type);

/** What is told of accounts themselves may come this way; the library reads it by another door. */
function isThin({ body }: SignedCall): boolean {
  try {
    return JSON.parse(body).object === "v2.core.event";
  } catch {
    return false;
  }
}
