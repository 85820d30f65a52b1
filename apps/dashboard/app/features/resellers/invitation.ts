import { resendInvitation } from "@tenantry/core/invitations/resend";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { aboveResellers } from "../../request/gate.server.ts";
import { load, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/invitation";

/** Sends the activation link again. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const form = await request.formData();
  const outcome = await submit(form, () => resendInvitation(ctx, { accountId: params.id }));
  const t = wordsFor(request, ctx);
  const to = `/resellers/${params.id}`;
  const id = ctx.requestId;
  if ("state" in outcome) {
    const consequence = outcome.state.formError;
    return redirectSaying(ctx, to, { id, kind: "bad", fact: t("resellers:toast.notResent"), consequence });
  }
  const { email } = await load(readReseller(ctx, { id: params.id }));
  const consequence = t("resellers:toast.resentTo", { email });
  return redirectSaying(ctx, to, { id, fact: t("resellers:toast.resent"), consequence });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/resellers/${params.id}`);
}
