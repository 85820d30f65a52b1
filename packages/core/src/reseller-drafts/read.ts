import { resellerDrafts } from "@tenantry/db/schema";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { ownDraft } from "./own.ts";
import { byId, resellerDraft } from "./schemas.ts";

/** A draft of the caller's own, to go on with. */
export const readResellerDraft = query("reseller-draft.read", {
  input: byId,
  output: resellerDraft,
  object: ({ id }) => ({ table: "resellerDrafts", id }),
  run: async (run, { id }) => {
    const [draft] = await run.tx.select().from(resellerDrafts).where(ownDraft(run, id));
    if (!draft) throw new AppError("not_found");
    return draft;
  },
});
