import { query } from "../kernel/verb.ts";
import { findFeature } from "./own.ts";
import { previewChange } from "./preview-change.ts";
import { ruleOf } from "./rule.ts";
import { preview, previewWithdrawalInput } from "./schemas.ts";

/** Who would lose a feature if it were withdrawn from everybody. */
export const previewWithdrawal = query("feature.preview-withdrawal", {
  input: previewWithdrawalInput,
  output: preview,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, asked) => {
    const feature = await findFeature(run, asked.id);
    const before = ruleOf(feature);
    const after = { ...before, withdrawn_at: run.ctx.now.toISOString() };
    const judged = { featureId: feature.id, before, after };
    return previewChange(run, "feature.preview-withdrawal", judged, { ...asked, show: "losing" });
  },
});
