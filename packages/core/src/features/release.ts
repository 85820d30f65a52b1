import { command } from "../kernel/verb.ts";
import { changeRule } from "./change-rule.ts";
import { takeFeature } from "./own.ts";
import { ruleAsked } from "./rule.ts";
import { released, releaseInput } from "./schemas.ts";

/**
 * Releases a feature by a rule: an agency's to those it sells to, a reseller's to its customers. It counts for whom it
 * reaches at any time, so that a new account or a change of plan needs no further step. Brings back a withdrawn one.
 */
export const releaseFeature = command("feature.release", {
  input: releaseInput,
  output: released,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id, ...asked }) =>
    changeRule(run, await takeFeature(run, id), await ruleAsked(run, asked)),
});
