import "../../words/invoices.ts";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { aboveCustomers } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, refused } from "../../request/verbs.server.ts";
import { Field } from "../../ui/field.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/mark-paid";
import { useComingLines } from "./coming.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";
import { backSayingTaken } from "./taken.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return (await readAsked(request, context, params.id, "markPaid")).asked;
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const { reference = "" } = fieldsOf(form, "reference");
  const outcome = await submitProven(request, ctx, form, (proven) => markPaid(proven, { id, reference }));
  return "state" in outcome ? refused(outcome) : backSayingTaken(request, ctx, id, "markPaid");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code, totalMinor, currency, earns, coming } = loaderData;
  const onItsWay = useComingLines(coming, "tooMuch");
  const amount = useFormat().money(totalMinor, currency);
  const reference = t("markPaid.reference");
  const commission = earns ? [t("markPaid.commission")] : [];
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("markPaid.title", { code })}
      lines={[...onItsWay, t("markPaid.whole", { amount }), ...commission, t("markPaid.final")]}
      submit={t("markPaid.submit")}
      state={actionData?.state}
      labels={{ reference }}
      safe={t("markPaid.safe")}
    >
      <Field
        name="reference"
        label={reference}
        hint={t("markPaid.referenceHint")}
        maxLength={200}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}
