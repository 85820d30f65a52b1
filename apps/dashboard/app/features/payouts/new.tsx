import "../../words/payouts.ts";
import { createPayouts } from "@tenantry/core/payouts/create";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/new";
import { path } from "./list-address.server.ts";
import { askedRun, previewRun, seenTotals } from "./run.server.ts";
import { PayoutRun } from "./run-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout.create");
  const { state, input } = askedRun(new URL(request.url).searchParams);
  return { state, run: await load(previewRun(ctx, input)) };
}

/** Makes the payouts whose sums were seen. Whatever keeps it from that, the sums as they are now come back. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout.create");
  const form = await request.formData();
  const { state, input } = askedRun(form);
  if (state.errors) return data({ state, run: await load(previewRun(ctx, input)) }, { status: 422 });
  const outcome = await submitProven(request, ctx, form, (proven) =>
    createPayouts(proven, { ...input, totals: seenTotals(form) }),
  );
  const t = wordsFor(request, ctx);
  if ("state" in outcome) {
    const changed = outcome.code === "conflict" ? t("payouts:new.changed") : outcome.state.formError;
    const run = await load(previewRun(ctx, input));
    return data({ state: { ...outcome.state, formError: changed }, run }, { status: outcome.status });
  }
  const { payouts } = outcome.done;
  const fact = t("payouts:toast.made", { count: payouts.length });
  const [only, ...more] = payouts;
  const to = only && more.length === 0 ? `${path}/${only.id}` : path;
  return redirectSaying(ctx, to, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <PayoutRun {...(actionData ?? loaderData)} />;
}
