import "../../words/webhooks.ts";
import { enableWebhook } from "@tenantry/core/webhooks/enable";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/enable";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { path } from "./list-address.server.ts";
import { readAsked } from "./read-asked.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.enable");
  return readAsked(ctx, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await submitProven(request, ctx, form, (proven) =>
    enableWebhook(proven, { id: params.id }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("webhooks:toast.enabled", { host: new URL(outcome.done.url).host });
  return redirectSaying(ctx, `${path}/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const { id, host, deliveries } = loaderData;
  const lines = [t("enable.from"), t("enable.failed", { count: deliveries.failed })];
  return (
    <ConfirmDialog
      webhookId={id}
      title={t("enable.title", { host })}
      lines={lines}
      submit={t("enable.submit")}
      state={actionData?.state}
    />
  );
}
