import "../../words/invoices.ts";
import { giveBackSurplus } from "@tenantry/core/payments/give-back";
import { redirect } from "react-router";
import { aboveCustomers } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, refused } from "../../request/verbs.server.ts";
import { Field } from "../../ui/field.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/give-back";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";
import { backSayingTaken } from "./taken.server.ts";

export async function loader({ request, context, params: { id, surplusId } }: Route.LoaderArgs) {
  const { ctx, asked } = await readAsked(request, context, id, "giveBack");
  const surplus = asked.surpluses.find((one) => one.id === surplusId && one.leftMinor > 0);
  if (!surplus || asked.refunds.some((one) => one.surplusId === surplusId)) throw redirect(`/invoices/${id}`);
  return { id, code: asked.code, surplus, once: ctx.requestId };
}

export async function action({ request, context, params: { id, surplusId } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const { reference = "" } = fieldsOf(form, "reference");
  const input = { id: surplusId, reference };
  const outcome = await submitProven(request, ctx, form, (proven) =>
    giveBackSurplus(once(proven, form, "page:giveBackSurplus", input), input),
  );
  return "state" in outcome ? refused(outcome) : backSayingTaken(request, ctx, id, "giveBack");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const { id, code, surplus } = loaderData;
  const amount = format.money(surplus.leftMinor, surplus.currency);
  const byGateway = surplus.provider === "stripe";
  const reference = t(byGateway ? "refund.reference" : "giveBack.reference");
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("giveBack.title", { amount, code })}
      lines={[
        t("giveBack.exact", { amount, reference: surplus.reference }),
        t(byGateway ? "giveBack.gateway" : "giveBack.transfer"),
        t("giveBack.stays"),
      ]}
      submit={t("giveBack.submit")}
      danger
      state={actionData?.state}
      once={loaderData.once}
      labels={{ reference }}
      safe={t("giveBack.safe")}
    >
      <Field
        name="reference"
        label={reference}
        hint={t(byGateway ? "refund.referenceHint" : "giveBack.referenceHint")}
        maxLength={200}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}
