import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { give } from "./give.ts";
import { prepareAllowance } from "./prepare.ts";
import { withoutUnused } from "./rule.ts";
import { allowanceChange, byChild } from "./schemas.ts";

/**
 * Takes back what a child does not use: what it has used this month, or promised on, stays given. Throws `not_found`
 * where it has no allowance.
 */
export const returnAllowance = command("allowance.return", {
  input: byChild,
  output: allowanceChange,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, input) => {
    const prepared = await prepareAllowance(run, input, "change");
    const { before, child } = prepared.judged;
    if (!before) throw new AppError("not_found");
    return give(run, prepared, withoutUnused(before, child));
  },
});
