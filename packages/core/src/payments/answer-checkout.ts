import { enqueue } from "../jobs/enqueue.ts";
import { command } from "../kernel/verb.ts";
import { checkoutHere } from "./checkout-here.ts";
import { answered, answerInput } from "./schemas.ts";

/**
 * What somebody chose on the built-in gateway's page: it signs a call as any gateway does, and the worker makes it. Pressing twice makes the
 * same call again, which counts once.
 */
export const answerCheckout = command("checkout.answer", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: answerInput,
  output: answered,
  run: async ({ tx, ctx }, { checkout, outcome, twice }) => {
    const asked = checkoutHere(ctx, checkout);
    const { id, invoiceId, amountMinor, currency, payerEmail } = asked;
    const message = { invoiceId, amountMinor, currency, payerEmail, reference: `test_${id}` };
    const told = { ...message, eventId: `${outcome}_${id}`, kind: outcome };
    for (let times = twice ? 2 : 1; times > 0; times--)
      await enqueue(tx, "test-gateway.call-back", { message: told });
    return {
      result: { back: asked.back },
      audit: { none: "the gateway's call is taken down when it comes" },
    };
  },
});
