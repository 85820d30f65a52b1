import { query } from "../kernel/verb.ts";
import { findFeature } from "./own.ts";
import { shown } from "./rows-sql.ts";
import { byId, feature } from "./schemas.ts";

/** One feature with the caller's own rule. For a reseller one that is not released to it is not there. */
export const readFeature = query("feature.read", {
  input: byId,
  output: feature,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id }) => shown(await findFeature(run, id)),
});
