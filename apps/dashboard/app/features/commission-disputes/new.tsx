import "../../words/commissions.ts";
import { createDispute } from "@tenantry/core/commission-disputes/create";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/new";

export function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  requireVerb(ctx, "commission-dispute.create");
  return { back: `/commissions/${id}` };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "reseller");
  const form = await request.formData();
  const { reason = "" } = fieldsOf(form, "reason");
  const outcome = await submit(form, () => createDispute(ctx, { id, reason }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("commissions:dispute.toast.opened");
  return redirectSaying(ctx, `/commissions/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("commissions");
  return (
    <ConfirmDialog
      {...loaderData}
      title={t("dispute.new.title")}
      lines={[t("dispute.new.held"), t("dispute.new.told"), t("dispute.new.payout")]}
      submit={t("dispute.new.submit")}
      state={actionData?.state}
      labels={{ reason: t("dispute.reason") }}
      safe={t("dispute.new.safe")}
    >
      <div className="gap-top">
        <TextArea name="reason" label={t("dispute.reason")} maxLength={1_000} />
      </div>
    </ConfirmDialog>
  );
}
