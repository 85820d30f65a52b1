import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { movePayout } from "./move.ts";
import { lockPayout } from "./row.ts";

/** What the bank said of a sent payout: it arrived, or it did not. Throws `payout_unsent` and `payout_settled`. */
export async function settlePayout(
  run: Run,
  { id, reference }: { id: string; reference: string },
  state: "completed" | "failed",
) {
  const payout = await lockPayout(run, id);
  const { resellerId, distributorId } = payout;
  if (payout.state === state) return { result: { id, state }, audit: { none: "asked for what already was" } };
  if (payout.state === "draft") throw new AppError("payout_unsent");
  if (payout.state !== "sent") throw new AppError("payout_settled");
  await movePayout(run, payout, state, reference);
  return {
    result: { id, state },
    audit: {
      object: { kind: "payout", id },
      before: { state: payout.state },
      after: { state, reference },
      ...{ resellerId, distributorId },
    },
  };
}
