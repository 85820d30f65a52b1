import { resellerDrafts } from "@tenantry/db/schema";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { ownDraft } from "./own.ts";
import { byId } from "./schemas.ts";

/** Removes a draft of the caller's own. */
export const removeResellerDraft = command("reseller-draft.remove", {
  input: byId,
  output: z.object({ name: z.string().nullable() }),
  object: ({ id }) => ({ table: "resellerDrafts", id }),
  run: async (run, { id }) => {
    const [gone] = await run.tx.delete(resellerDrafts).where(ownDraft(run, id)).returning();
    if (!gone) throw new AppError("not_found");
    const { name } = gone.fields;
    return {
      result: { name: name ?? null },
      audit: { object: { kind: "reseller-draft", id }, before: { name } },
    };
  },
});
