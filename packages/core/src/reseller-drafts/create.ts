import { resellerDrafts } from "@tenantry/db/schema";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { personOf } from "./own.ts";
import { createInput, savedDraft } from "./schemas.ts";

/** Keeps what somebody has typed of a reseller to be, for themselves alone. Nothing of it is judged yet. */
export const createResellerDraft = command("reseller-draft.create", {
  input: createInput,
  output: savedDraft,
  run: async ({ tx, ctx }, { fields }) => {
    const { agencyId } = ctx.tenant;
    const id = newId();
    const [saved] = await tx
      .insert(resellerDrafts)
      .values({ agencyId, id, userId: personOf({ ctx }), fields })
      .returning();
    return {
      result: saved!,
      audit: { object: { kind: "reseller-draft", id }, after: { name: fields.name } },
    };
  },
});
