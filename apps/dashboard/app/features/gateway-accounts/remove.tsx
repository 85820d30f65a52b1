import "../../words/gateway-accounts.ts";
import { readGatewayAccount } from "@tenantry/core/gateway-accounts/read";
import { removeGatewayAccount } from "@tenantry/core/gateway-accounts/remove";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/remove";

const page = "/settings/gateway-account";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "gateway-account.remove");
  const { account } = await load(readGatewayAccount(ctx, {}));
  if (!account) throw redirect(page);
  return { gatewayId: account.gatewayId, isTest: ctx.tenant.agencyMode === "test" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const { gatewayId = "" } = fieldsOf(form, "gatewayId");
  const outcome = await submitProven(request, ctx, form, (proven) =>
    removeGatewayAccount(proven, { gatewayId }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("gateway-accounts:removed");
  return redirectSaying(ctx, page, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("gateway-accounts");
  const instead = t(loaderData.isTest ? "removeTest" : "removeLive");
  return (
    <ConfirmDialog
      back={page}
      title={t("removeTitle")}
      lines={[t("removePay"), instead, t("removeRefund"), t("removeConnected"), t("removeKey")]}
      submit={t("removeSubmit")}
      danger
      state={actionData?.state}
    >
      <input type="hidden" name="gatewayId" value={loaderData.gatewayId} />
    </ConfirmDialog>
  );
}
