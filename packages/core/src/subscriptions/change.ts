import { issueInvoice } from "../invoices/issue.ts";
import { deskOf } from "../kernel/desk.ts";
import { command } from "../kernel/verb.ts";
import { placeOrder } from "../orders/place.ts";
import { nothingWaits } from "./next-period.ts";
import { prepareChange } from "./prepare-change.ts";
import { changed, changeInput } from "./schemas.ts";
import { writeSubscription } from "./write.ts";

/**
 * Changes plan or quantity: at once where it costs more, with an invoice for the rest of the period, else from the next
 * period. It takes the place of a change that waits; asking for what runs already takes that one away.
 */
export const changeSubscription = command("subscription.change", {
  input: changeInput,
  output: changed,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, input) => {
    const { subscription, next, outcome, draft } = await prepareChange(run, input);
    const { id, resellerId, distributorId, planName, quantity, unitMinor } = subscription;
    const same = next.versionId === subscription.versionId && next.quantity === quantity;
    if (same && subscription.nextPlanId === null)
      return {
        result: { id, counts: "now" as const, invoiceId: null },
        audit: { none: "everything is as it was" },
      };
    const now = outcome.counts === "now" || same;
    await writeSubscription(run, id, now ? { ...next, ...nothingWaits } : waiting(next));
    const invoice = draft && (await issueInvoice(deskOf(run), draft, id));
    const asked = { planName: next.planName, quantity: next.quantity };
    await placeOrder(run, {
      ...subscription,
      ...asked,
      subscriptionId: id,
      kind: "change",
      invoiceId: invoice?.id,
    });
    const counts = now ? ("now" as const) : outcome.counts;
    return {
      result: { id, counts, invoiceId: invoice?.id ?? null },
      audit: {
        object: { kind: "subscription", id },
        before: { plan: planName, quantity, unitMinor: String(unitMinor) },
        after: {
          ...{ plan: next.planName, quantity: next.quantity, unitMinor: String(next.unitMinor) },
          ...{ counts, invoice: invoice?.code },
        },
        ...{ resellerId, distributorId },
      },
    };
  },
});

function waiting({
  planId,
  versionId,
  planName,
  unitMinor,
  quantity,
}: Awaited<ReturnType<typeof prepareChange>>["next"]) {
  return {
    nextPlanId: planId,
    nextVersionId: versionId,
    nextPlanName: planName,
    nextUnitMinor: unitMinor,
    nextQuantity: quantity,
  };
}
