import { readWebhook } from "@tenantry/core/webhooks/read";
import { rotateWebhook } from "@tenantry/core/webhooks/rotate";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, refused } from "../../request/verbs.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import type { Route } from "./+types/rotate";
import { RotateWebhook } from "./rotate-screen.tsx";
import { webhookRow } from "./rows.server.ts";
import { WebhookSecretShownOnce } from "./shown-once-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.rotate");
  return { webhook: webhookRow(ctx, await load(readWebhook(ctx, { id: params.id }))), once: ctx.requestId };
}

/** Answers with the secret: its text stands in this answer only. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  // What is no number goes to the verb as it is: its schema names the field.
  const overlapHours = unitsOf(String(form.get("overlapHours") ?? "")) as number | undefined;
  const input = { id: params.id, overlapHours };
  const outcome = await submitProven(request, ctx, form, (proven) =>
    rotateWebhook(once(proven, form, "page:rotateWebhook", input), input),
  );
  if ("state" in outcome) return refused(outcome);
  const { id, url, secret, previousValidUntil } = outcome.done;
  return { made: { id, host: new URL(url).host, secret, oldUntil: previousValidUntil } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "made" in actionData) return <WebhookSecretShownOnce {...actionData.made} />;
  return <RotateWebhook {...loaderData} state={actionData?.state} />;
}
