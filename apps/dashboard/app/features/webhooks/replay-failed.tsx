import "../../words/webhooks.ts";
import { replayFailed } from "@tenantry/core/webhooks/replay";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/replay-failed";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { path } from "./list-address.server.ts";
import { readAsked } from "./read-asked.server.ts";

/** Where nothing has failed, or nothing can be sent, there is nothing to ask: the endpoint's page says so. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.replay-failed");
  const asked = await readAsked(ctx, params.id);
  if (asked.deliveries.replayable === 0 || asked.state === "disabled") throw redirect(`${path}/${asked.id}`);
  return asked;
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => replayFailed(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("webhooks:toast.replayed", { count: outcome.done.deliveries });
  return redirectSaying(ctx, `${path}/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const { id, deliveries } = loaderData;
  const count = deliveries.replayable;
  return (
    <ConfirmDialog
      webhookId={id}
      title={t("replay.title", { count })}
      lines={[t("replay.same"), t("replay.order")]}
      submit={t("replay.submit", { count })}
      state={actionData?.state}
    />
  );
}
