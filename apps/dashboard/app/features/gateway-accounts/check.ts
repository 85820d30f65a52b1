import "../../words/gateway-accounts.ts";
import { checkGatewayAccount } from "@tenantry/core/gateway-accounts/check";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/check";

const page = "/settings/gateway-account";

/** Asks Stripe how the account is, and says what it answered. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const { gatewayId = "" } = fieldsOf(form, "gatewayId");
  const outcome = await submit(form, () => checkGatewayAccount(ctx, { gatewayId }));
  const t = wordsFor(request, ctx);
  const id = ctx.requestId;
  if ("state" in outcome) {
    const fact = outcome.state.formError ?? Object.values(outcome.state.errors ?? {}).join(" ");
    return redirectSaying(ctx, page, { id, fact });
  }
  const isGood = outcome.done.account?.charges ?? false;
  const consequence = t(isGood ? "gateway-accounts:checkedAbout" : "gateway-accounts:noCharges");
  return redirectSaying(ctx, page, { id, fact: t("gateway-accounts:answered"), consequence });
}

export function loader() {
  return redirect(page);
}
