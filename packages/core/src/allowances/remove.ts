import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { give } from "./give.ts";
import { prepareAllowance } from "./prepare.ts";
import { allowanceChange, byChild } from "./schemas.ts";

/**
 * Takes an allowance away altogether: from then on only what stands above it limits the child. The agency can also take
 * away what a distributor of its own gave, which then has those units to promise again.
 */
export const removeAllowance = command("allowance.remove", {
  input: byChild,
  output: allowanceChange,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, input) => {
    const prepared = await prepareAllowance(run, input, "removal");
    if (!prepared.judged.before) throw new AppError("not_found");
    return give(run, prepared, null);
  },
});
