import { resendInvitation } from "@tenantry/core/invitations/resend";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/invitation";

/** Sends the activation link again. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const outcome = await submit(form, () => resendInvitation(ctx, { accountId: params.id }));
  const t = wordsFor(request, ctx);
  const to = `/distributors/${params.id}`;
  const id = ctx.requestId;
  if ("state" in outcome) {
    const consequence = outcome.state.formError;
    return redirectSaying(ctx, to, { id, kind: "bad", fact: t("resellers:toast.notResent"), consequence });
  }
  return redirectSaying(ctx, to, { id, fact: t("resellers:toast.resent") });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/distributors/${params.id}`);
}
