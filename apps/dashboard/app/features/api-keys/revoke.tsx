import { readApiKey } from "@tenantry/core/api-keys/read";
import { revokeApiKey } from "@tenantry/core/api-keys/revoke";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
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
  const { name } = await load(revokeApiKey(ctx, { id: params.id }));
  const fact = wordsFor(request, ctx)("keys:revokedToast", { name });
  return redirectSaying(ctx, "/settings/keys", { id: ctx.requestId, fact });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <RevokeDialog apiKey={loaderData.apiKey} />;
}
