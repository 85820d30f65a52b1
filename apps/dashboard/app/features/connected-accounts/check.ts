import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { fieldsOf } from "../../request/verbs.server.ts";
import type { Route } from "./+types/check";
import { ownPage, sayingHowItIs } from "./saying.server.ts";

/** Asks Stripe how the account is, and says what it answered. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  const form = await request.formData();
  const { gatewayId = "" } = fieldsOf(form, "gatewayId");
  return sayingHowItIs(request, ctx, gatewayId, "answered");
}

export function loader() {
  return redirect(ownPage);
}
