import "../../words/webhooks.ts";
import { removeWebhook } from "@tenantry/core/webhooks/remove";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/remove";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { path } from "./list-address.server.ts";
import { readAsked } from "./read-asked.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.remove");
  return readAsked(ctx, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await submitProven(request, ctx, form, (proven) =>
    removeWebhook(proven, { id: params.id }),
  );
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const fact = t("webhooks:toast.removed", { host: new URL(outcome.done.url).host });
  const consequence = t("webhooks:toast.removedLog", { count: outcome.done.deliveries });
  return redirectSaying(ctx, path, { id: ctx.requestId, fact, consequence });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const { id, host, deliveries } = loaderData;
  const { pending, succeeded, failed } = deliveries;
  const lines = [
    t("remove.waiting", { count: pending }),
    t("remove.log", { count: pending + succeeded + failed }),
    t("remove.final"),
  ];
  return (
    <ConfirmDialog
      webhookId={id}
      title={t("remove.title", { host })}
      lines={lines}
      submit={t("remove.submit")}
      danger
      state={actionData?.state}
    />
  );
}
