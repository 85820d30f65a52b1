import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import { checkLoginDomain } from "@tenantry/core/resellers/check-login-domain";
import type { createReseller } from "@tenantry/core/resellers/create";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { FormState } from "../../ui/form.tsx";

/** Says at a refused login domain which ones could be had: without a script nothing else tells it. */
export async function withSuggestions(
  request: Request,
  ctx: Ctx & { tenant: Tenant },
  { name, loginDomain }: Pick<Parameters<typeof createReseller>[1], "name" | "loginDomain">,
  state: FormState,
): Promise<FormState> {
  const wrong = state.errors?.loginDomain;
  if (!wrong) return state;
  const asked = { name: loginDomain.slice(0, 100), company: name?.slice(0, 200) };
  const { suggestions } = await load(checkLoginDomain(ctx, asked));
  if (suggestions.length === 0) return state;
  const free = wordsFor(request, ctx)("resellers:address.ideasAre", { names: suggestions.join(", ") });
  return { ...state, errors: { ...state.errors, loginDomain: `${wrong} ${free}` } };
}
