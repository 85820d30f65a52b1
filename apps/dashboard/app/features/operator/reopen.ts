import "../../words/operator.ts";
import { reopenAgency } from "@tenantry/core/agencies/reopen";
import { redirect } from "react-router";
import { operatorOnly } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/reopen";

/** Lets a suspended agency's people in again. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = operatorOnly(context, request);
  const { name } = await load(reopenAgency(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const consequence = t("operator:toast.reopenedAbout");
  return redirectSaying(ctx, `/agencies${new URL(request.url).search}`, {
    id: ctx.requestId,
    fact: t("operator:toast.reopened", { name }),
    consequence,
  });
}

export function loader() {
  return redirect("/agencies");
}
