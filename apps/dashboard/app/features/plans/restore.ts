import { restorePlan } from "@tenantry/core/plans/restore";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/restore";

/** Brings an archived plan back, unless its name was taken meanwhile. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => restorePlan(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const to = `/plans/${params.id}`;
  if ("state" in outcome) {
    const consequence = outcome.state.formError ?? Object.values(outcome.state.errors ?? {})[0];
    const fact = t("plans:toast.restoreFailed", { name: t("plans:column.name") });
    return redirectSaying(ctx, to, { id: ctx.requestId, kind: "bad", fact, consequence });
  }
  const fact = t("plans:toast.restored", { name: outcome.done.name });
  return redirectSaying(ctx, to, { id: ctx.requestId, fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/plans/${params.id}`);
}
