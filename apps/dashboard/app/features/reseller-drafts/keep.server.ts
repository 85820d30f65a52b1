import type { Ctx } from "@tenantry/core/kernel/ctx";
import { createResellerDraft } from "@tenantry/core/reseller-drafts/create";
import { updateResellerDraft } from "@tenantry/core/reseller-drafts/update";
import { fieldsOf } from "../../request/verbs.server.ts";
import { draftOf } from "../resellers/typed.server.ts";

/** Keeps what the create form holds as the draft it names, or as a new one. */
export function keepDraft(ctx: Ctx, form: FormData): Promise<{ id: string }> {
  const fields = draftOf(form);
  const { draftId } = fieldsOf(form, "draftId");
  return draftId ? updateResellerDraft(ctx, { id: draftId, fields }) : createResellerDraft(ctx, { fields });
}
