import { readBrand } from "@tenantry/core/branding/read";
import { updateBrand } from "@tenantry/core/branding/update";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { fieldsOf, load, submit } from "../../request/verbs.server.ts";

/** Saves a brand's form: the colour, and the support address where the form has one. */
export async function saveBrand(ctx: Ctx, form: FormData, accountId?: string) {
  const { colour: color = "", supportEmail } = fieldsOf(form, "colour", "supportEmail");
  const kept = form.has("supportEmail")
    ? (supportEmail ?? "")
    : (await load(readBrand(ctx, { accountId }))).supportEmail;
  return submit(form, () => updateBrand(ctx, { accountId, color, supportEmail: kept }), {
    names: { color: "colour" },
  });
}
