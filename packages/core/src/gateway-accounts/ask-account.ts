import { fieldError } from "../kernel/errors.ts";
import { isKeyRefused, openStripe, tellable } from "../platform/payments/stripe-client.ts";

/**
 * Whose key this is, by Stripe's own word. Throws a wrong field where Stripe does not take it, and `gateway_unreachable` where nobody
 * answered.
 */
export async function askAccount(key: string, baseUrl: string | undefined) {
  try {
    const account = await openStripe(key, baseUrl).accounts.retrieveCurrent();
    const name = account.business_profile?.name ?? account.settings?.dashboard.display_name ?? "";
    return { gatewayId: account.id, name: name.slice(0, 200), charges: account.charges_enabled };
  } catch (error) {
    throw isKeyRefused(error) ? fieldError("/secretKey", "gateway_key_refused") : tellable(error);
  }
}
