import { connectAccount } from "@tenantry/core/connected-accounts/connect";
import { readConnectedAccount } from "@tenantry/core/connected-accounts/read";
import { updateGatewayAccount } from "@tenantry/core/gateway-accounts/update";
import { letters } from "@tenantry/core/testing/agency";
import { contextFor } from "@tenantry/core/testing/context";
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

/** The number of the agency's account, to which others can be connected. */
async function newPlatform(world: World): Promise<string> {
  const signing = { webhookSecret: "whsec_exampleOfASecret", connectSecrets: "whsec_exampleOfAnother" };
  const input = { secretKey: await newGatewayKey(world), ...signing };
  return (await updateGatewayAccount(await world.agency.ctx(), input)).account!.gatewayId;
}

/** The number of the reseller's own account, connected to the agency's. */
async function newConnectedAccount(world: World): Promise<string> {
  const platformId = await newPlatform(world);
  const { host, owner } = world.reseller;
  const ctx = await contextFor(world.web.app, host, owner.session);
  await connectAccount(ctx, { platformId });
  return (await readConnectedAccount(ctx, {})).account!.gatewayId;
}

export const gatewayPlaceholders = {
  [exampleTokens.gatewayKey]: "gatewayKey",
  [exampleTokens.gatewayAccount]: "gatewayAccount",
  [exampleTokens.platform]: "platform",
  [exampleTokens.connectedAccount]: "connectedAccount",
} as const;

export const gatewayFixtures = {
  gatewayKey: newGatewayKey,
  gatewayAccount: newGatewayAccount,
  platform: newPlatform,
  connectedAccount: newConnectedAccount,
};
