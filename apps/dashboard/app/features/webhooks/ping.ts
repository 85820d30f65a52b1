import { pingWebhook } from "@tenantry/core/webhooks/ping";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/ping";
import { path } from "./list-address.server.ts";

/** Sends a test message and shows its page, which looks until it has come to an end. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => pingWebhook(ctx, { id: params.id }));
  if ("state" in outcome) return redirect(`${path}/${params.id}`);
  return redirect(`/settings/webhook-deliveries/${outcome.done.id}`);
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`${path}/${params.id}`);
}
