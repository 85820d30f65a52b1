import "../../words/webhooks.ts";
import { replayDelivery } from "@tenantry/core/webhooks/replay";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/replay";

/** Sends one message again, under the id it had. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => replayDelivery(ctx, { id: params.id }));
  const to = `/settings/webhook-deliveries/${params.id}`;
  const t = wordsFor(request, ctx);
  if ("state" in outcome) {
    const fact = t("webhooks:toast.notReplayed");
    const consequence = outcome.state.formError;
    return redirectSaying(ctx, to, { id: ctx.requestId, kind: "bad", fact, consequence });
  }
  const fact = t("webhooks:toast.replayedOne");
  return redirectSaying(ctx, to, { id: ctx.requestId, fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/settings/webhook-deliveries/${params.id}`);
}
