import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { callingGateway } from "./gateway-here.ts";
import { receiveInput } from "./schemas.ts";
import { settleAsked } from "./settle-asked.ts";
import { takeIn } from "./take-in.ts";

/**
 * Takes in a gateway's call: any number of times, in any order. Throws `unauthenticated` when its signature is not good for this
 * agency, `not_found` for an invoice that is not of this host or not of who was paid, and `no_gateway` where nobody pays online.
 */
export const receivePayment = command("payment.receive", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: receiveInput,
  output: none,
  // A gateway may have to be asked what a call is about, which no transaction waits for.
  prepare: async (read, { provider, ...call }) => {
    const { gateway, sellerId } = await read((run) => callingGateway(run, provider));
    const told = await gateway.read(call);
    if (told === "unsigned") throw new AppError("unauthenticated");
    return { told, sellerId };
  },
  run: async ({ tx, ctx }, { provider }, { told, sellerId }) => {
    const { agencyId } = ctx.tenant;
    if (told === "nothing") {
      ctx.app.log.info({ agencyId, provider }, "a gateway's call says nothing of an invoice's money");
      return { result: {}, audit: { none: "it is about no invoice" } };
    }
    if ("givenUp" in told) {
      await settleAsked(tx, { agencyId, ...told.givenUp }, { state: "failed", failure: "refused" });
      return { result: {}, audit: { none: "the refund says so itself" } };
    }
    if (!(await takeIn(tx, agencyId, provider, told, sellerId, ctx.now))) throw new AppError("not_found");
    return { result: {}, audit: { none: "the event is its own record" } };
  },
});
