import type Stripe from "stripe";
import type { ConnectedAsked, ConnectedFacts } from "./connected.ts";
import { isLost, openStripe, tellable } from "./stripe-client.ts";

/** Stripe leaves out of an account what is not asked for. */
const include = ["configuration.merchant" as const, "requirements" as const];
/** Of hundreds of things that Stripe may want, what a person reads. */
const mostDue = 30;

/** Stripe, as far as accounts are connected to the one whose key this is. All throw `gateway_refused` or `gateway_unreachable`. */
export function openConnect(key: string, baseUrl: string | undefined) {
  const stripe = openStripe(key, baseUrl);
  return {
    create: (asked: ConnectedAsked) => createConnected(stripe, asked).catch(tell),
    ask: (gatewayId: string) => askConnected(stripe, gatewayId).catch(tell),
    /** A page at Stripe where the account's holder tells what is missing: for one visit, within minutes. */
    link: (gatewayId: string, way: { refreshUrl: string; returnUrl: string }) =>
      linkTo(stripe, gatewayId, way).catch(tell),
  };
}

function tell(error: unknown): never {
  throw tellable(error);
}

/**
 * An account whose holder is the one who sells: it has Stripe's whole dashboard, pays Stripe's fees, and what Stripe cannot get back of
 * it is Stripe's loss. The platform takes nothing of what it is paid.
 */
async function createConnected(stripe: Stripe, asked: ConnectedAsked): Promise<ConnectedFacts> {
  const { name, email, country, idempotencyKey } = asked;
  const account = await stripe.v2.core.accounts.create(
    {
      ...{ display_name: name, contact_email: email, dashboard: "full" },
      ...(country && { identity: { country: country.toLowerCase() } }),
      defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
      configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
      include,
    },
    { idempotencyKey },
  );
  return factsOf(account);
}

/** How an account is now, by Stripe's own word. */
export async function askConnected(stripe: Stripe, gatewayId: string): Promise<ConnectedFacts> {
  try {
    return factsOf(await stripe.v2.core.accounts.retrieve(gatewayId, { include }));
  } catch (error) {
    if (!isLost(error)) throw error;
    return { ...nothing, gatewayId, isGone: true };
  }
}

async function linkTo(
  stripe: Stripe,
  gatewayId: string,
  { refreshUrl, returnUrl }: { refreshUrl: string; returnUrl: string },
): Promise<string> {
  const account_onboarding = { refresh_url: refreshUrl, return_url: returnUrl };
  const use_case = { type: "account_onboarding", account_onboarding } as const;
  return (await stripe.v2.core.accountLinks.create({ account: gatewayId, use_case })).url;
}

const nothing = { charges: false, payouts: false, due: [], chargesReason: null, payoutsReason: null };

function factsOf({
  id,
  closed = false,
  configuration,
  requirements,
}: Stripe.V2.Core.Account): ConnectedFacts {
  if (closed) return { ...nothing, gatewayId: id, isGone: true };
  const capabilities = configuration?.merchant?.capabilities;
  const charges = capabilityOf(capabilities?.card_payments);
  const payouts = capabilityOf(capabilities?.stripe_balance?.payouts);
  const due = (requirements?.entries ?? [])
    .filter(({ awaiting_action_from: from }) => from === "user")
    .filter(({ minimum_deadline: { status } }) => status !== "eventually_due")
    .map(({ description }) => description.slice(0, 200));
  return {
    ...{ gatewayId: id, isGone: false, due: [...new Set(due)].slice(0, mostDue) },
    ...{ charges: charges.active, chargesReason: charges.reason },
    ...{ payouts: payouts.active, payoutsReason: payouts.reason },
  };
}

function capabilityOf(told: { status: string; status_details: { code: string }[] } | undefined) {
  const active = told?.status === "active";
  return { active, reason: active ? null : ((told?.status_details[0]?.code ?? null)?.slice(0, 100) ?? null) };
}
