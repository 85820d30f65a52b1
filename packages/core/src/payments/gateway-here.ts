import { stripeOf } from "../gateway-accounts/stripe-of.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { Gateway } from "../platform/payments/gateway.ts";
import { openTestGateway, testGateway } from "../platform/payments/test-gateway.ts";

type Here = Pick<Run["ctx"], "app" | "tenant">;

/** The built-in gateway takes no money, so it is for test agencies and demos alone. */
const takesTest = ({ app, tenant }: Here): boolean => app.config.demo || tenant.agencyMode === "test";

/** The gateway that pays this seller: its own account at Stripe, else the built-in one; undefined where nobody pays online. */
export async function gatewayOf({ tx, ctx }: Run, sellerId: string): Promise<Gateway | undefined> {
  const { agencyId } = ctx.tenant;
  const stripe = await stripeOf(tx, ctx.app.config, { agencyId, sellerId });
  if (stripe) return stripe;
  return takesTest(ctx) ? testGateway(ctx.app.config.secret, agencyId) : undefined;
}

/** The gateway that calls here under this name, and whose money it tells of; null for everybody's. Throws `no_gateway` where there is none. */
export async function callingGateway(
  { tx, ctx }: Run,
  provider: "test" | "stripe",
): Promise<{ gateway: Gateway; sellerId: string | null }> {
  const { agencyId } = ctx.tenant;
  if (provider === "test") {
    if (!takesTest(ctx)) throw new AppError("no_gateway");
    return { gateway: testGateway(ctx.app.config.secret, agencyId), sellerId: null };
  }
  const gateway = await stripeOf(tx, ctx.app.config, { agencyId, sellerId: agencyId });
  if (!gateway) throw new AppError("no_gateway");
  return { gateway, sellerId: agencyId };
}

/** The built-in gateway, for its hosted page. Throws `no_gateway` where nobody pays by it. */
export function testGatewayHere(here: Here) {
  if (!takesTest(here)) throw new AppError("no_gateway");
  return openTestGateway(here.app.config.secret, here.tenant.agencyId);
}
