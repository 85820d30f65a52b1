import "../../words/gateway-accounts.ts";
import { readGatewayAccount } from "@tenantry/core/gateway-accounts/read";
import { updateGatewayAccount } from "@tenantry/core/gateway-accounts/update";
import { may } from "@tenantry/core/kernel/authorize";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/edit";
import { GatewayAccount } from "./edit-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency");
  requireVerb(ctx, "gateway-account.read");
  const { account, hook } = await load(readGatewayAccount(ctx, {}));
  return {
    ...{ open: openPages(user, ctx.tenant), account, hook },
    isTest: ctx.tenant.agencyMode === "test",
    rights: {
      update: may(user, "gateway-account.update"),
      check: may(user, "gateway-account.check"),
      remove: may(user, "gateway-account.remove"),
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const input = fieldsOf(form, "secretKey", "webhookSecret", "connectSecrets");
  const outcome = await submitProven(request, ctx, form, (proven) => updateGatewayAccount(proven, input));
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const said = { fact: t("gateway-accounts:saved"), consequence: t("gateway-accounts:savedAbout") };
  return redirectSaying(ctx, "/settings/gateway-account", { id: ctx.requestId, ...said });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <GatewayAccount {...loaderData} state={actionData?.state}>
      <Outlet />
    </GatewayAccount>
  );
}
