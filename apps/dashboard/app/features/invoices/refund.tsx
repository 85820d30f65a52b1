import "../../words/invoices.ts";
import { readInvoice } from "@tenantry/core/invoices/read";
import { fieldError } from "@tenantry/core/kernel/errors";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { aboveCustomers } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, refused } from "../../request/verbs.server.ts";
import { Field } from "../../ui/field.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { amountOf, typedAmount } from "../plans/typed.server.ts";
import type { Route } from "./+types/refund";
import { useComingLines } from "./coming.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";
import { backSayingTaken } from "./taken.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, asked } = await readAsked(request, context, params.id, "refund");
  return { ...asked, typed: typedAmount(asked.leftMinor, asked.currency), once: ctx.requestId };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const { amount = "", reference = "" } = fieldsOf(form, "amount", "reference");
  const { currency } = await load(readInvoice(ctx, { id }));
  const amountMinor = amountOf(amount, currency);
  const outcome = await submitProven(
    request,
    ctx,
    form,
    (proven) => {
      if (amountMinor === "wrong") throw fieldError("/amountMinor", "refund_wrong");
      const input = { id, amountMinor, reference };
      return refundInvoice(once(proven, form, "page:refundInvoice", input), input);
    },
    { names: { amountMinor: "amount" } },
  );
  return "state" in outcome ? refused(outcome) : backSayingTaken(request, ctx, id, "refund");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code, leftMinor, currency, typed, earns, byGateway, coming } = loaderData;
  const onItsWay = useComingLines(coming, "tooMuch");
  const left = useFormat().money(leftMinor, currency);
  const labels = { amount: t("refund.amount"), reference: t("refund.reference") };
  const commission = earns ? [t("refund.commission")] : [];
  const way = byGateway ? [t("refund.gateway")] : [t("refund.note"), t("refund.money")];
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("refund.title", { code })}
      lines={[...onItsWay, t("refund.left", { amount: left }), ...way, ...commission]}
      submit={t("refund.submit")}
      danger
      state={actionData?.state ?? { values: { amount: typed } }}
      once={loaderData.once}
      labels={labels}
      safe={t("refund.safe")}
    >
      <Field
        name="amount"
        label={labels.amount}
        hint={t("refund.amountHint", { currency })}
        inputMode="decimal"
        autoComplete="off"
      />
      <Field
        name="reference"
        label={labels.reference}
        hint={t("refund.referenceHint")}
        maxLength={200}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}
