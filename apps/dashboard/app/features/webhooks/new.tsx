import "../../words/webhooks.ts";
import { createWebhook } from "@tenantry/core/webhooks/create";
import { data } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/new";
import { useWebhookCrumbs } from "./crumbs.ts";
import { readWebhookForm } from "./read-form.server.ts";
import { WebhookSecretShownOnce } from "./shown-once-screen.tsx";
import { WebhookForm } from "./webhook-form.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.create");
  return { ofAgency: faceOf(ctx) === "agency", once: ctx.requestId };
}

/** Answers with the secret: its text stands in this answer only. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const typed = readWebhookForm(form);
  const outcome = await submitProven(request, ctx, form, (proven) =>
    createWebhook(once(proven, form, "page:createWebhook", typed), typed),
  );
  if ("state" in outcome)
    return data({ state: outcome.state, ticked: typed.eventTypes }, { status: outcome.status });
  const { id, url, secret } = outcome.done;
  return { made: { id, host: new URL(url).host, secret } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const crumbs = useWebhookCrumbs();
  if (actionData && "made" in actionData) return <WebhookSecretShownOnce {...actionData.made} />;
  return (
    <WebhookForm
      {...loaderData}
      state={actionData?.state}
      ticked={actionData?.ticked}
      title={t("new.title")}
      crumbs={crumbs}
      words={{ save: t("new.submit"), safe: t("new.safe") }}
      cancelTo="/settings/webhooks"
    />
  );
}
