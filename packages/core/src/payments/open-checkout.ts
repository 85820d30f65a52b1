import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { openTestGateway } from "../platform/payments/test-gateway.ts";
import { checkoutInput, checkoutPage } from "./schemas.ts";

/** What the built-in gateway's hosted page shows. Throws `token_invalid` for an address it did not make. */
export const openCheckout = query("checkout.open", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: checkoutInput,
  output: checkoutPage,
  run: async ({ ctx }, input) => {
    const asked = openTestGateway(ctx.app.config.secret, ctx.tenant.agencyId).open(input.checkout);
    if (!asked) throw new AppError("token_invalid");
    const { code, amountMinor, currency, back } = asked;
    return { code, amountMinor, currency, back };
  },
});
