import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { movePayout } from "./move.ts";
import { lockPayout } from "./row.ts";
import { byId, settled } from "./schemas.ts";
import { toldSent } from "./transfers.ts";

/** Says that a draft has gone to the bank: from now on it is in clearing. Saying it twice is saying it once. */
export const sendPayout = command("payout.send", {
  input: byId,
  output: settled,
  object: ({ id }) => ({ table: "payouts", id }),
  run: async (run, { id }) => {
    const payout = await lockPayout(run, id);
    const { resellerId, distributorId } = payout;
    if (payout.state === "sent")
      return { result: { id, state: "sent" as const }, audit: { none: "asked for what already was" } };
    if (payout.state !== "draft") throw new AppError("payout_settled");
    await movePayout(run, payout, "sent");
    return {
      result: { id, state: "sent" as const },
      audit: {
        object: { kind: "payout", id },
        before: { state: "draft" },
        after: { state: "sent", ...toldSent(payout) },
        ...{ resellerId, distributorId },
      },
    };
  },
});
