import "../../words/commissions.ts";
import { settleDispute } from "@tenantry/core/commission-disputes/settle";
import { fieldError } from "@tenantry/core/kernel/errors";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { amountOf, typedAmount } from "../plans/typed.server.ts";
import type { Route } from "./+types/settle";
import { readOpenDispute } from "./read-open.server.ts";

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "commission-dispute.settle");
  const { commission, dispute } = await readOpenDispute(ctx, id);
  const { totalMinor, mostMinor, currency, reseller } = commission;
  return {
    ...{ id, totalMinor, mostMinor, currency, name: reseller?.name ?? "", reason: dispute.reason },
    typed: typedAmount(totalMinor, currency),
  };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "commission-dispute.settle");
  const form = await request.formData();
  const { amount = "", answer = "" } = fieldsOf(form, "amount", "answer");
  const { commission, dispute } = await readOpenDispute(ctx, id);
  const amountMinor = amountOf(amount, commission.currency);
  const outcome = await submitProven(
    request,
    ctx,
    form,
    (proven) => {
      if (typeof amountMinor !== "number") throw fieldError("/amountMinor", "amount_wrong");
      return settleDispute(proven, { id: dispute.id, answer, amountMinor });
    },
    { names: { amountMinor: "amount" } },
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)(`commissions:dispute.toast.${outcome.done.outcome}`);
  return redirectSaying(ctx, `/commissions/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { id, totalMinor, mostMinor, currency, name, reason, typed } = loaderData;
  return (
    <ConfirmDialog
      back={`/commissions/${id}`}
      title={t("dispute.settle.title", { name })}
      lines={[
        t("dispute.settle.says", { reason }),
        t("dispute.settle.now", { amount: format.money(totalMinor, currency) }),
        t("dispute.settle.then"),
      ]}
      submit={t("dispute.settle.submit")}
      state={actionData?.state ?? { values: { amount: typed } }}
      labels={{ amount: t("dispute.settle.amount"), answer: t("dispute.answer") }}
      safe={t("dispute.settle.safe")}
    >
      <div className="gap-top stack">
        <Field
          name="amount"
          label={t("dispute.settle.amount")}
          hint={t("dispute.settle.most", { amount: format.money(mostMinor, currency) })}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextArea name="answer" label={t("dispute.answer")} maxLength={1_000} />
      </div>
    </ConfirmDialog>
  );
}
