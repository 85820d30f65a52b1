import { command } from "../kernel/verb.ts";
import { give } from "./give.ts";
import { prepareAllowance } from "./prepare.ts";
import { allowanceChange, setInput } from "./schemas.ts";

/**
 * Gives a child units of a meter for each month, or changes what it was given. What is guaranteed counts against what
 * the giver has, times its ratio; used units stay given. A field error says the least or the most that would do.
 */
export const setAllowance = command("allowance.set", {
  input: setInput,
  output: allowanceChange,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId, meter, mode, units }) =>
    give(run, await prepareAllowance(run, { accountId, meter }, "change"), { mode, units }),
});
