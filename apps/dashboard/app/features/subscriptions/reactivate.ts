import "../../words/subscriptions.ts";
import { reactivateSubscription } from "@tenantry/core/subscriptions/reactivate";
import { redirect } from "react-router";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/reactivate";

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const { id } = params;
  const outcome = await submit(await request.formData(), () => reactivateSubscription(ctx, { id }));
  const t = wordsFor(request, ctx);
  const toast =
    "state" in outcome
      ? { fact: t("subscriptions:toast.failed"), consequence: outcome.state.formError }
      : { fact: t("subscriptions:toast.goesOn") };
  return redirectSaying(ctx, `/subscriptions/${id}`, { id: ctx.requestId, ...toast });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/subscriptions/${params.id}`);
}
