import { readConnectedAccount } from "@tenantry/core/connected-accounts/read";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/returned";
import { ownPage, sayingHowItIs } from "./saying.server.ts";

/** Where Stripe sends somebody back to, finished or not: coming back says nothing of the account, so that Stripe is asked. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  requireVerb(ctx, "connected-account.check");
  const { account } = await load(readConnectedAccount(ctx, {}));
  if (!account || account.state === "unreachable") return redirect(ownPage);
  return sayingHowItIs(request, ctx, account.gatewayId, "returned");
}
