import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { placeOrder } from "../orders/place.ts";
import { lockSubscription } from "./row.ts";
import { byId, settled } from "./schemas.ts";
import { writeSubscription } from "./write.ts";

/** Lets a cancelled subscription go on, as long as its period has not ended. */
export const reactivateSubscription = command("subscription.reactivate", {
  input: byId,
  output: settled,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, { id }) => {
    const row = await lockSubscription(run, id);
    const { periodTo, resellerId, distributorId } = row;
    if (!row.cancelledAt)
      return { result: { id, endsOn: null }, audit: { none: "asked for what already was" } };
    if (row.handedOver) throw new AppError("subscription_handed_over");
    if (row.dueAt <= run.ctx.now) throw new AppError("subscription_ended");
    await writeSubscription(run, id, { cancelledAt: null });
    await placeOrder(run, { ...row, subscriptionId: id, kind: "reactivate" });
    return {
      result: { id, endsOn: null },
      audit: {
        object: { kind: "subscription", id },
        before: { endsOn: periodTo },
        after: { endsOn: null },
        ...{ resellerId, distributorId },
      },
    };
  },
});
