import "../../words/webhooks.ts";
import { readWebhook } from "@tenantry/core/webhooks/read";
import { updateWebhook } from "@tenantry/core/webhooks/update";
import { data } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/edit";
import { useWebhookCrumbs } from "./crumbs.ts";
import { path } from "./list-address.server.ts";
import { readWebhookForm } from "./read-form.server.ts";
import { webhookRow } from "./rows.server.ts";
import { WebhookForm } from "./webhook-form.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.update");
  const webhook = webhookRow(ctx, await load(readWebhook(ctx, { id: params.id })));
  return { ofAgency: faceOf(ctx) === "agency", webhook };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const typed = readWebhookForm(form);
  const outcome = await submitProven(request, ctx, form, (proven) =>
    updateWebhook(proven, { id: params.id, ...typed }),
  );
  if ("state" in outcome)
    return data({ state: outcome.state, ticked: typed.eventTypes }, { status: outcome.status });
  const t = wordsFor(request, ctx);
  const said = { id: ctx.requestId, fact: t("webhooks:toast.updated") };
  return redirectSaying(ctx, `${path}/${params.id}`, said);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("webhooks");
  const { webhook } = loaderData;
  const crumbs = useWebhookCrumbs(webhook);
  const { url, description, eventTypes } = webhook;
  return (
    <WebhookForm
      ofAgency={loaderData.ofAgency}
      state={actionData?.state ?? { values: { url, description } }}
      ticked={actionData?.ticked ?? eventTypes}
      title={t("edit.title")}
      crumbs={crumbs}
      words={{ save: t("edit.submit"), safe: t("edit.safe") }}
      cancelTo={`/settings/webhooks/${webhook.id}`}
    />
  );
}
