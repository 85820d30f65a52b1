import "../../words/subscriptions.ts";
import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { readSubscription } from "@tenantry/core/subscriptions/read";
import { redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/cancel";
import { CancelDialog } from "./cancel-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.cancel");
  const { id, state, period, next, cancelled } = await load(readSubscription(ctx, { id: params.id }));
  if (state === "ended" || cancelled) throw redirect(`/subscriptions/${id}`);
  return { id, trial: state === "trial", endsOn: period.to, drops: next !== null };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const outcome = await submit(form, () => cancelSubscription(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("subscriptions:toast.cancelled");
  return redirectSaying(ctx, `/subscriptions/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <CancelDialog {...loaderData} state={actionData?.state} />;
}
