import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { Checkout } from "../platform/payments/test-gateway.ts";
import { testGatewayHere } from "./gateway-here.ts";

/**
 * The checkout behind a hosted page's address. Throws `token_invalid` for one of another host, or that nobody made, and `no_gateway`
 * where nobody pays online.
 */
export function checkoutHere(ctx: Run["ctx"], sealed: string): Checkout {
  const asked = testGatewayHere(ctx).open(sealed);
  if (asked?.frontId !== ctx.tenant.accountId) throw new AppError("token_invalid");
  return asked;
}
