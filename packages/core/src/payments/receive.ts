import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { gatewayHere } from "./gateway-here.ts";
import { receiveInput } from "./schemas.ts";
import { takeIn } from "./take-in.ts";

/**
 * Takes in a gateway's call: any number of times, in any order. Throws `unauthenticated` when its signature is not good for this
 * agency, `not_found` for an invoice that is not of this host, and `no_gateway` where nobody pays online.
 */
export const receivePayment = command("payment.receive", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: receiveInput,
  output: none,
  run: async ({ tx, ctx }, { provider, ...call }) => {
    const { agencyId } = ctx.tenant;
    const message = gatewayHere(ctx).verify(call);
    if (!message) throw new AppError("unauthenticated");
    if (!(await takeIn(tx, agencyId, provider, message))) throw new AppError("not_found");
    return { result: {}, audit: { none: "the event is its own record" } };
  },
});
