import { sellerOfAccount } from "../connected-accounts/seller-of.ts";
import { writeFacts } from "../connected-accounts/write-facts.ts";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { callingGateway } from "./gateway-here.ts";
import { receiveInput } from "./schemas.ts";
import { settleAsked } from "./settle-asked.ts";
import { isSoldBy } from "./sold-by.ts";
import { takeIn } from "./take-in.ts";

/**
 * Takes in a gateway's call: any number of times, in any order. Throws `unauthenticated` when its signature is not good for this
 * agency, `not_found` for an invoice that is not of this host or not of whose account tells of it, and `no_gateway` where nobody pays
 * online.
 */
export const receivePayment = command("payment.receive", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: receiveInput,
  output: none,
  // A gateway may have to be asked what a call is about, which no transaction waits for.
  prepare: async (read, { provider, ...call }) => {
    const gateway = await read((run) => callingGateway(run, provider));
    const heard = await gateway.read(call);
    if (heard === "unsigned") throw new AppError("unauthenticated");
    return heard;
  },
  run: async (run, { provider }, { told, from }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    if (told !== "nothing" && "connected" in told)
      return { result: {}, audit: await writeFacts(run, told.connected) };
    // The built-in gateway tells of everybody's money.
    const sellerId = provider === "test" ? null : from ? await sellerOfAccount(run, from) : agencyId;
    // An agency may have accounts connected that are nobody's here.
    if (told === "nothing" || sellerId === undefined) {
      ctx.app.log.info({ agencyId, provider }, "a gateway's call says nothing of an invoice's money");
      return { result: {}, audit: { none: "it is about no invoice" } };
    }
    if ("givenUp" in told) {
      if (!(await isSoldBy(tx, agencyId, told.givenUp.invoiceId, sellerId))) throw new AppError("not_found");
      await settleAsked(tx, { agencyId, ...told.givenUp }, { state: "failed", failure: "refused" });
      return { result: {}, audit: { none: "the refund says so itself" } };
    }
    if (!(await takeIn(tx, agencyId, provider, told, sellerId, ctx.now))) throw new AppError("not_found");
    return { result: {}, audit: { none: "the event is its own record" } };
  },
});
