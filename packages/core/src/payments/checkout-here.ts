import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { type Checkout, openTestGateway } from "../platform/payments/test-gateway.ts";

/** The checkout behind a hosted page's address. Throws `token_invalid` for one of another host, or that nobody made. */
export function checkoutHere({ app, tenant }: Run["ctx"], sealed: string): Checkout {
  const asked = openTestGateway(app.config.secret, tenant.agencyId).open(sealed);
  if (asked?.frontId !== tenant.accountId) throw new AppError("token_invalid");
  return asked;
}
