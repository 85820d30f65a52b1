import "../../words/commissions.ts";
import { readRate } from "@tenantry/core/commissions/read-rate";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { rateAsTyped, rateFromTyped } from "@tenantry/core/commissions/typed-rate";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/rate";
import { RateDialog } from "./rate-dialog.tsx";

/** Whose rate it is, by the page the dialog stands over. */
const subjectOf = (request: Request) =>
  new URL(request.url).pathname.startsWith("/plans/") ? ("plan" as const) : ("reseller" as const);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "commission-rate.set");
  const subject = subjectOf(request);
  const { applies, ownBps } = await load(readRate(ctx, { subject, id: params.id }));
  if (!applies) throw data(null, { status: 404 });
  const rateBps = ownBps === null ? "" : rateAsTyped(ownBps);
  return { subject, backTo: `/${subject}s/${params.id}`, values: { rateBps } };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx, user } = signedIn(context, request, "agency");
  const subject = subjectOf(request);
  const form = await request.formData();
  const typed = String(form.get("rateBps") ?? "");
  const rateBps = form.has("take") ? null : rateFromTyped(typed, user.language);
  const outcome = await submitProven(request, ctx, form, (proven) =>
    setRate(proven, { subject, id: params.id, rateBps }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)(`commissions:rate.${rateBps === null ? "taken" : "saved"}`);
  return redirectSaying(ctx, `/${subject}s/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...dialog } = loaderData;
  return <RateDialog {...dialog} isSet={values.rateBps !== ""} state={actionData?.state ?? { values }} />;
}
