import { updateGatewayAccount } from "@tenantry/core/gateway-accounts/update";
import { letters } from "@tenantry/core/testing/agency";
import { openFakeStripe } from "@tenantry/core/testing/fake-stripe";
import { exampleTokens } from "../routes/examples.ts";
import type { World } from "./world.ts";

let opened: ReturnType<typeof openFakeStripe> | undefined;

/** A key that a Stripe on this machine takes; one for all worlds of a process. */
async function newGatewayKey({ web }: World): Promise<string> {
  opened ??= openFakeStripe();
  const stripe = await opened;
  Object.assign(web.app.config, { stripeBaseUrl: stripe.baseUrl });
  const key = `sk_test_${letters(20)}`;
  stripe.addAccount(key);
  return key;
}

/** The number of the agency's account, connected in place of the one before. */
async function newGatewayAccount(world: World): Promise<string> {
  const input = { secretKey: await newGatewayKey(world), webhookSecret: "whsec_exampleOfASecret" };
  return (await updateGatewayAccount(await world.agency.ctx(), input)).account!.gatewayId;
}

export const gatewayPlaceholders = {
  [exampleTokens.gatewayKey]: "gatewayKey",
  [exampleTokens.gatewayAccount]: "gatewayAccount",
} as const;

export const gatewayFixtures = { gatewayKey: newGatewayKey, gatewayAccount: newGatewayAccount };
