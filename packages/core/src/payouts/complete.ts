import { command } from "../kernel/verb.ts";
import { settled, settleInput } from "./schemas.ts";
import { settlePayout } from "./settle.ts";

/** Says that a sent payout arrived: its lines are paid, for good. */
export const completePayout = command("payout.complete", {
  input: settleInput,
  output: settled,
  object: ({ id }) => ({ table: "payouts", id }),
  run: (run, input) => settlePayout(run, input, "completed"),
});
