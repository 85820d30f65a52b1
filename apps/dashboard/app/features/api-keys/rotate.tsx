import { readApiKey } from "@tenantry/core/api-keys/read";
import { rotateApiKey } from "@tenantry/core/api-keys/rotate";
import { originOf } from "@tenantry/core/tenancy/origin";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, refused } from "../../request/verbs.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import type { Route } from "./+types/rotate";
import { RotateApiKey } from "./rotate-screen.tsx";
import { keyRow } from "./rows.server.ts";
import { ApiKeyShownOnce } from "./shown-once-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.rotate");
  const apiKey = keyRow(ctx, await load(readApiKey(ctx, { id: params.id })));
  if (apiKey.state !== "active") throw data(null, { status: 404 });
  return { apiKey, once: ctx.requestId };
}

/** Answers with the key: its text stands in this answer only. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx, tenant } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  // What is no number goes to the verb as it is: its schema names the field.
  const overlapHours = unitsOf(String(form.get("overlapHours") ?? "")) as number | undefined;
  const input = { id: params.id, overlapHours };
  const outcome = await submitProven(request, ctx, form, (proven) =>
    rotateApiKey(once(proven, form, "page:rotateApiKey", input), input),
  );
  if ("state" in outcome) return refused(outcome);
  const { name, key, previousValidUntil } = outcome.done;
  return {
    made: { name, secret: key, origin: originOf(ctx.app.config, tenant.host), oldUntil: previousValidUntil },
  };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "made" in actionData) return <ApiKeyShownOnce {...actionData.made} />;
  return <RotateApiKey {...loaderData} state={actionData?.state} />;
}
