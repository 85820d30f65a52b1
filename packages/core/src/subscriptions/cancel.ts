import { command } from "../kernel/verb.ts";
import { placeOrder } from "../orders/place.ts";
import { nothingWaits } from "./next-period.ts";
import { lockSubscription } from "./row.ts";
import { byId, settled } from "./schemas.ts";
import { writeSubscription } from "./write.ts";

/** Lets a subscription end with its period, or its trial. Nothing is paid back; a change that waits is dropped. */
export const cancelSubscription = command("subscription.cancel", {
  input: byId,
  output: settled,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, { id }) => {
    const row = await lockSubscription(run, id);
    const { periodTo: endsOn, resellerId, distributorId } = row;
    if (row.cancelledAt) return { result: { id, endsOn }, audit: { none: "asked for what already was" } };
    await writeSubscription(run, id, { cancelledAt: run.ctx.now, ...nothingWaits });
    await placeOrder(run, { ...row, subscriptionId: id, kind: "cancel" });
    return {
      result: { id, endsOn },
      audit: { object: { kind: "subscription", id }, after: { endsOn }, resellerId, distributorId },
    };
  },
});
