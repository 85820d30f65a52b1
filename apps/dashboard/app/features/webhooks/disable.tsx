import "../../words/webhooks.ts";
import { disableWebhook } from "@tenantry/core/webhooks/disable";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/disable";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { path } from "./list-address.server.ts";
import { readAsked } from "./read-asked.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.disable");
  return readAsked(ctx, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await submitProven(request, ctx, form, (proven) =>
    disableWebhook(proven, { id: params.id }),
  );
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const fact = t("webhooks:toast.disabled", { host: new URL(outcome.done.url).host });
  const consequence = t("webhooks:toast.givenUp", { count: outcome.done.deliveries });
  return redirectSaying(ctx, `${path}/${params.id}`, { id: ctx.requestId, fact, consequence });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const { id, host, deliveries } = loaderData;
  const lines = [t("disable.from"), t("disable.waiting", { count: deliveries.pending }), t("disable.back")];
  return (
    <ConfirmDialog
      webhookId={id}
      title={t("disable.title", { host })}
      lines={lines}
      submit={t("disable.submit")}
      danger
      state={actionData?.state}
    />
  );
}
