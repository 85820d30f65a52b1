import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { changeRule } from "./change-rule.ts";
import { takeFeature } from "./own.ts";
import { ruleOf } from "./rule.ts";
import { byId, released } from "./schemas.ts";

/**
 * Takes a feature from everybody at once, those chosen one by one included; the rule and the exceptions stay for the
 * day it is released again. An agency's withdrawal counts for its resellers' customers too. `conflict` where it is
 * withdrawn already.
 */
export const withdrawFeature = command("feature.withdraw", {
  input: byId,
  output: released,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id }) => {
    const feature = await takeFeature(run, id);
    if (feature.withdrawnAt) throw new AppError("conflict");
    return changeRule(run, feature, { ...ruleOf(feature), withdrawn_at: run.ctx.now.toISOString() });
  },
});
