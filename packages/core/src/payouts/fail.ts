import { command } from "../kernel/verb.ts";
import { settled, settleInput } from "./schemas.ts";
import { settlePayout } from "./settle.ts";

/** Says that a sent payout came back: it is owed again, and its lines are free for the next. */
export const failPayout = command("payout.fail", {
  input: settleInput,
  output: settled,
  object: ({ id }) => ({ table: "payouts", id }),
  run: (run, input) => settlePayout(run, input, "failed"),
});
