import { publishPlan } from "@tenantry/core/plans/publish";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/publish";

/** Publishes a plan's draft as its page showed it; the page says how it went. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await submit(form, () =>
    publishPlan(ctx, { id: params.id, ...fieldsOf(form, "updatedAt") }),
  );
  const t = wordsFor(request, ctx);
  const id = ctx.requestId;
  const to = `/plans/${params.id}`;
  if ("state" in outcome) {
    const consequence = outcome.state.formError ?? Object.values(outcome.state.errors ?? {})[0];
    const fact = t("plans:toast.publishFailed", { name: t("plans:draft") });
    return redirectSaying(ctx, to, { id, kind: "bad", fact, consequence });
  }
  const { name, version } = outcome.done;
  const fact = t("plans:toast.published", { name, version });
  return redirectSaying(ctx, to, { id, fact, consequence: t("plans:toast.publishedMore") });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/plans/${params.id}`);
}
