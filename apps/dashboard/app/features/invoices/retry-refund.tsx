import "../../words/invoices.ts";
import { retryRefund } from "@tenantry/core/payments/retry-refund";
import { redirect } from "react-router";
import { aboveCustomers } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { refused } from "../../request/verbs.server.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/retry-refund";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";
import { backSayingTaken } from "./taken.server.ts";

export async function loader({ request, context, params: { id, refundId } }: Route.LoaderArgs) {
  const { asked } = await readAsked(request, context, id, "retryRefund");
  const refund = asked.refunds.find((one) => one.id === refundId && one.failure);
  if (!refund) throw redirect(`/invoices/${id}`);
  return { id, currency: refund.currency, amountMinor: refund.amountMinor };
}

export async function action({ request, context, params: { id, refundId } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const outcome = await submitProven(request, ctx, form, (proven) => retryRefund(proven, { id: refundId }));
  return "state" in outcome ? refused(outcome) : backSayingTaken(request, ctx, id, "retryRefund");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, currency, amountMinor } = loaderData;
  const amount = useFormat().money(amountMinor, currency);
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("refunds.retryTitle", { amount })}
      lines={[t("refunds.retryDoes", { amount }), t("refunds.retryOnce")]}
      submit={t("refunds.retrySubmit")}
      state={actionData?.state}
    />
  );
}
