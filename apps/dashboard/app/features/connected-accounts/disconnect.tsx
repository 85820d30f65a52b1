import "../../words/connected-accounts.ts";
import { disconnectAccount } from "@tenantry/core/connected-accounts/disconnect";
import { readConnectedAccount } from "@tenantry/core/connected-accounts/read";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/disconnect";

const page = "/settings/connected-account";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  requireVerb(ctx, "connected-account.disconnect");
  const { account } = await load(readConnectedAccount(ctx, {}));
  if (!account || account.state === "ended") throw redirect(page);
  return { gatewayId: account.gatewayId, isTest: ctx.tenant.agencyMode === "test" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  const form = await request.formData();
  const { gatewayId = "" } = fieldsOf(form, "gatewayId");
  const outcome = await submitProven(request, ctx, form, (proven) =>
    disconnectAccount(proven, { gatewayId }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("connected-accounts:disconnected");
  return redirectSaying(ctx, page, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("connected-accounts");
  const instead = t(loaderData.isTest ? "insteadTest" : "insteadLive");
  const lines = [
    t("disconnectPay"),
    instead,
    t("disconnectOpen"),
    t("disconnectRefund"),
    t("disconnectKeep"),
  ];
  return (
    <ConfirmDialog
      back={page}
      title={t("disconnectTitle")}
      lines={lines}
      submit={t("disconnect")}
      danger
      state={actionData?.state}
    >
      <input type="hidden" name="gatewayId" value={loaderData.gatewayId} />
    </ConfirmDialog>
  );
}
