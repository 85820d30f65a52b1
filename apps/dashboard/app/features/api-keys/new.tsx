import { createApiKey } from "@tenantry/core/api-keys/create";
import { grantableScopes } from "@tenantry/core/api-keys/grantable";
import { originOf } from "@tenantry/core/tenancy/origin";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf } from "../../request/verbs.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import type { Route } from "./+types/new";
import { CreateApiKey } from "./create-screen.tsx";
import { ApiKeyShownOnce } from "./shown-once-screen.tsx";
import type { KeyScope } from "./types.ts";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.create");
  return { scopes: grantableScopes(user), once: ctx.requestId };
}

/** Answers with the key: its text stands in this answer only. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, tenant } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const scopes = form.getAll("scopes").map(String);
  const { name = "" } = fieldsOf(form, "name");
  // What is no number goes to the verb as it is: its schema names the field.
  const expiresInDays = unitsOf(String(form.get("expiresInDays") ?? "")) as number | undefined;
  const input = { name, expiresInDays, scopes: scopes as KeyScope[] };
  const outcome = await submitProven(request, ctx, form, (proven) =>
    createApiKey(once(proven, form, "page:createApiKey", input), input),
  );
  if ("state" in outcome) return data({ state: outcome.state, ticked: scopes }, { status: outcome.status });
  return { made: { name, secret: outcome.done.key, origin: originOf(ctx.app.config, tenant.host) } };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "made" in actionData) return <ApiKeyShownOnce {...actionData.made} />;
  return <CreateApiKey {...loaderData} ticked={actionData?.ticked} state={actionData?.state} />;
}
