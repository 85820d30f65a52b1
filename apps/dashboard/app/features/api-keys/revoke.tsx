import "../../words/keys.ts";
import { readApiKey } from "@tenantry/core/api-keys/read";
import { revokeApiKey } from "@tenantry/core/api-keys/revoke";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/revoke";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { keyRow } from "./rows.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.revoke");
  const apiKey = keyRow(ctx, await load(readApiKey(ctx, { id: params.id })));
  if (apiKey.state === "revoked") throw data(null, { status: 404 });
  return { apiKey };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await submitProven(request, ctx, form, (proven) => revokeApiKey(proven, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("keys:revokedToast", { name: outcome.done.name });
  return redirectSaying(ctx, "/settings/keys", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <RevokeDialog apiKey={loaderData.apiKey} state={actionData?.state} />;
}
