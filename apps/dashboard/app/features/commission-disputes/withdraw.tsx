import "../../words/commissions.ts";
import { withdrawDispute } from "@tenantry/core/commission-disputes/withdraw";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/withdraw";
import { readOpenDispute } from "./read-open.server.ts";

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  requireVerb(ctx, "commission-dispute.withdraw");
  await readOpenDispute(ctx, id);
  return { back: `/commissions/${id}` };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  const { dispute } = await readOpenDispute(ctx, id);
  const outcome = await submit(await request.formData(), () => withdrawDispute(ctx, { id: dispute.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("commissions:dispute.toast.withdrawn");
  return redirectSaying(ctx, `/commissions/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("commissions");
  return (
    <ConfirmDialog
      {...loaderData}
      title={t("dispute.withdraw.title")}
      lines={[t("dispute.withdraw.free"), t("dispute.withdraw.again")]}
      submit={t("dispute.withdraw.submit")}
      state={actionData?.state}
    />
  );
}
