import { removeResellerDraft } from "@tenantry/core/reseller-drafts/remove";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/remove";

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { name } = await load(removeResellerDraft(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const fact = t("reseller-drafts:removed", { name: name ?? t("reseller-drafts:noName") });
  return redirectSaying(ctx, "/resellers/new", { id: ctx.requestId, fact });
}

export function loader() {
  return redirect("/resellers/new");
}
