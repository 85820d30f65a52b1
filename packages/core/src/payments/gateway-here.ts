import { stripeOf } from "../gateway-accounts/stripe-of.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { Gateway } from "../platform/payments/gateway.ts";
import { openTestGateway, testGateway } from "../platform/payments/test-gateway.ts";

type Here = Pick<Run["ctx"], "app" | "tenant">;

/** The built-in gateway takes no money, so it is for test agencies and demos alone. */
const takesTest = ({ app, tenant }: Here): boolean => app.config.demo || tenant.agencyMode === "test";

/**
 * The gateway that pays this seller: its account at Stripe, else the built-in one. Undefined where nobody pays online, or Stripe does not
 * let its account take payments yet, or any more.
 */
export async function gatewayOf({ tx, ctx }: Run, sellerId: string): Promise<Gateway | undefined> {
  const { agencyId } = ctx.tenant;
  const stripe = await stripeOf(tx, ctx.app.config, { agencyId, sellerId });
  if (stripe?.state === "open") return stripe.gateway;
  if (stripe?.state === "shut") return undefined;
  return takesTest(ctx) ? testGateway(ctx.app.config.secret, agencyId) : undefined;
}

/** The gateway that calls here under this name. Throws `no_gateway` where there is none. */
export async function callingGateway({ tx, ctx }: Run, provider: "test" | "stripe"): Promise<Gateway> {
  const { agencyId } = ctx.tenant;
  if (provider === "test") {
    if (!takesTest(ctx)) throw new AppError("no_gateway");
    return testGateway(ctx.app.config.secret, agencyId);
  }
  const stripe = await stripeOf(tx, ctx.app.config, { agencyId, sellerId: agencyId });
  if (!stripe) throw new AppError("no_gateway");
  return stripe.gateway;
}

/** The built-in gateway, for its hosted page. Throws `no_gateway` where nobody pays by it. */
export function testGatewayHere(here: Here) {
  if (!takesTest(here)) throw new AppError("no_gateway");
  return openTestGateway(here.app.config.secret, here.tenant.agencyId);
}
