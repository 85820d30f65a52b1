import { query } from "../kernel/verb.ts";
import { checkoutHere } from "./checkout-here.ts";
import { checkoutInput, checkoutPage } from "./schemas.ts";

/** What the built-in gateway's hosted page shows. Throws `token_invalid` for an address it did not make. */
export const openCheckout = query("checkout.open", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: checkoutInput,
  output: checkoutPage,
  run: async ({ ctx }, input) => {
    const { code, amountMinor, currency, back } = checkoutHere(ctx, input.checkout);
    return { code, amountMinor, currency, back };
  },
});
