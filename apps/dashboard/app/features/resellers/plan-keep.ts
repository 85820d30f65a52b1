import { keepPlan } from "@tenantry/core/resellers/keep-plan";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/plan-keep";

/** Calls off the change of plan that waits for a reseller. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const outcome = await submit(await request.formData(), () => keepPlan(ctx, { id }));
  const t = wordsFor(request, ctx);
  const { name } = await load(readReseller(ctx, { id }));
  const toast =
    "state" in outcome
      ? { kind: "bad" as const, fact: outcome.state.formError ?? "" }
      : { fact: t("plans:toast.kept", { name }) };
  return redirectSaying(ctx, `/resellers/${id}/plan`, { id: ctx.requestId, ...toast });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/resellers/${params.id}/plan`);
}
