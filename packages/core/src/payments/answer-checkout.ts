import { testGatewayCalls } from "@tenantry/db/schema";
import { addDays, addMinutes } from "date-fns";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../kernel/ids.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { checkoutHere } from "./checkout-here.ts";
import { answered, answerInput, type Delay } from "./schemas.ts";

/** When the built-in gateway calls, by business time: a card at once, a slow one in a minute, a bank debit in three days. */
const dueAt: Record<Exclude<Delay, "none">, (now: Date) => Date> = {
  minute: (now) => addMinutes(now, 1),
  days: (now) => addDays(now, 3),
};

/**
 * What somebody chose on the built-in gateway's page: it signs a call as any gateway does, and the worker makes it, now or later; of one that is
 * made later another says at once that the payment is on its way. Pressing twice makes the same call again, which counts once.
 */
export const answerCheckout = command("checkout.answer", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: answerInput,
  output: answered,
  run: async ({ tx, ctx }, { checkout, outcome, twice, delay }) => {
    const asked = checkoutHere(ctx, checkout);
    const { id, invoiceId, amountMinor, currency, payerEmail } = asked;
    // Whoever comes back to the page and chooses otherwise makes another payment.
    const payment = delay === "none" ? id : `${id}_${outcome}`;
    const about = { invoiceId, amountMinor, currency, payerEmail, reference: `test_${payment}` };
    const message = { ...about, eventId: `${outcome}_${payment}`, kind: outcome };
    const begun = { ...about, eventId: `begun_${payment}`, kind: "begun" as const };
    for (let times = twice ? 2 : 1; times > 0; times--)
      if (delay === "none") await enqueue(tx, "test-gateway.call-back", { message });
      else {
        await enqueue(tx, "test-gateway.call-back", { message: begun });
        await tx
          .insert(testGatewayCalls)
          .values({ ...ownScope(ctx.tenant), id: newId(), message, dueAt: dueAt[delay](ctx.now) });
      }
    return {
      result: { back: asked.back },
      audit: { none: "the gateway's call is taken down when it comes" },
    };
  },
});
