import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { freeLines, writeState } from "./move.ts";
import { lockPayout } from "./row.ts";
import { byId, settled } from "./schemas.ts";

/** Gives a draft up: its lines are free for the next. Nothing was sent, so nothing is booked. */
export const cancelPayout = command("payout.cancel", {
  input: byId,
  output: settled,
  object: ({ id }) => ({ table: "payouts", id }),
  run: async (run, { id }) => {
    const payout = await lockPayout(run, id);
    const state = "cancelled" as const;
    if (payout.state === state)
      return { result: { id, state }, audit: { none: "asked for what already was" } };
    if (payout.state === "sent") throw new AppError("payout_sent");
    if (payout.state !== "draft") throw new AppError("payout_settled");
    await writeState(run, id, { state, settledAt: run.ctx.now });
    await freeLines(run, id);
    const { resellerId, distributorId } = payout;
    return {
      result: { id, state },
      audit: {
        object: { kind: "payout", id },
        before: { state: "draft" },
        after: { state },
        ...{ resellerId, distributorId },
      },
    };
  },
});
