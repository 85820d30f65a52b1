import { connectAccount } from "@tenantry/core/connected-accounts/connect";
import { readConnectedAccount } from "@tenantry/core/connected-accounts/read";
import { may } from "@tenantry/core/kernel/authorize";
import { Outlet, redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, refused } from "../../request/verbs.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/page";
import { OwnAccount } from "./page-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "reseller");
  requireVerb(ctx, "connected-account.read");
  const { platformId, account, country } = await load(readConnectedAccount(ctx, {}));
  return {
    ...{ open: openPages(user, ctx.tenant), platformId, account },
    country: country && (new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country),
    isTest: ctx.tenant.agencyMode === "test",
    wasUsed: new URL(request.url).searchParams.get("link") === "used",
    rights: {
      connect: may(user, "connected-account.connect"),
      check: may(user, "connected-account.check"),
      disconnect: may(user, "connected-account.disconnect"),
    },
  };
}

/** Sends the account's holder on to Stripe, by a page made for this visit. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  const form = await request.formData();
  const { platformId = "" } = fieldsOf(form, "platformId");
  const outcome = await submitProven(request, ctx, form, (proven) => connectAccount(proven, { platformId }));
  if ("state" in outcome) return refused(outcome);
  return redirect(outcome.done.url);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <OwnAccount {...loaderData} state={actionData?.state}>
      <Outlet />
    </OwnAccount>
  );
}
