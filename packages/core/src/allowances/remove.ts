import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { give } from "./give.ts";
import { prepareAllowance } from "./prepare.ts";
import { allowanceChange, byChild } from "./schemas.ts";

/**
 * Takes an allowance away altogether: from then on only what stands above it limits the child. A distributor does not
 * see the plans its resellers are on, and so cannot say what they would have instead: `forbidden`.
 */
export const removeAllowance = command("allowance.remove", {
  input: byChild,
  output: allowanceChange,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, input) => {
    const prepared = await prepareAllowance(run, input, true);
    if (!prepared.judged.before) throw new AppError("not_found");
    if (prepared.own && run.ctx.scope.kind === "distributor") throw new AppError("forbidden");
    return give(run, prepared, null);
  },
});
