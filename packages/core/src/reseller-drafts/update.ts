import { resellerDrafts } from "@tenantry/db/schema";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { ownDraft } from "./own.ts";
import { savedDraft, updateInput } from "./schemas.ts";

/** Replaces what a draft of the caller's own holds. */
export const updateResellerDraft = command("reseller-draft.update", {
  input: updateInput,
  output: savedDraft,
  object: ({ id }) => ({ table: "resellerDrafts", id }),
  run: async (run, { id, fields }) => {
    const [saved] = await run.tx
      .update(resellerDrafts)
      .set({ fields, updatedAt: databaseNow as never })
      .where(ownDraft(run, id))
      .returning();
    if (!saved) throw new AppError("not_found");
    return {
      result: saved,
      audit: { none: "saved at every pause of typing; that it was begun, and its end, are told" },
    };
  },
});
