import { activateReseller } from "@tenantry/core/resellers/activate";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/stop";
import { said } from "./access-toast.server.ts";
import { StopDialog } from "./stop-dialog.tsx";
import { statusOf } from "./types.ts";

/** Asks before a reseller is put into the state the address names, with who is affected in numbers. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.deactivate");
  const { id } = params;
  const reseller = await load(readReseller(ctx, { id }));
  if (reseller.archivedAt) throw redirect(`/resellers/${id}`);
  const { name, status: now, people, customers, resellers, signedIn: inside, keys, supportEmail } = reseller;
  const status = statusOf(new URL(request.url).searchParams.get("mode"));
  const stoppedBy = reseller.stoppedByUpline ? reseller.upline?.name : undefined;
  return {
    reseller: { id, name, now, supportEmail, stoppedBy },
    status,
    affected: { people, customers, resellers, inside, keys },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const { id } = params;
  const form = await request.formData();
  const mode = statusOf(form.get("mode"));
  const outcome = await submit(form, () =>
    mode === "active" ? activateReseller(ctx, { id }) : deactivateReseller(ctx, { id, mode }),
  );
  if ("state" in outcome) return refused(outcome);
  return redirectSaying(ctx, `/resellers/${id}`, said(wordsFor(request, ctx), ctx.requestId, outcome.done));
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <StopDialog {...loaderData} state={actionData?.state} />;
}
