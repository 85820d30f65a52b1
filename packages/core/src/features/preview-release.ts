import { query } from "../kernel/verb.ts";
import { findFeature } from "./own.ts";
import { previewChange } from "./preview-change.ts";
import { ruleAsked, ruleOf } from "./rule.ts";
import { preview, previewReleaseInput } from "./schemas.ts";

/** Who would get a feature and who would lose it by another rule, before it is released so. */
export const previewRelease = query("feature.preview-release", {
  input: previewReleaseInput,
  output: preview,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, asked) => {
    const feature = await findFeature(run, asked.id);
    const judged = { featureId: feature.id, before: ruleOf(feature), after: await ruleAsked(run, asked) };
    return previewChange(run, "feature.preview-release", judged, asked);
  },
});
