import "../../words/invoices.ts";
import { pauseDunning } from "@tenantry/core/dunning/pause";
import { aboveCustomers } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ConfirmDialog } from "../invoices/confirm-dialog.tsx";
import { readAsked } from "../invoices/read-asked.server.ts";
import type { Route } from "./+types/pause";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return (await readAsked(request, context, params.id, "pauseDunning")).asked;
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const { reason = "" } = fieldsOf(form, "reason");
  const outcome = await submit(form, () => pauseDunning(ctx, { id, reason }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("invoices:toast.paused");
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code } = loaderData;
  const reason = t("dunning.reason");
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("dunning.pauseTitle", { code })}
      lines={[t("dunning.pauseHolds"), t("dunning.pauseOwed")]}
      submit={t("dunning.pauseSubmit")}
      state={actionData?.state}
      labels={{ reason }}
      safe={t("dunning.pauseSafe")}
    >
      <Field name="reason" label={reason} hint={t("dunning.reasonHint")} maxLength={200} autoComplete="off" />
    </ConfirmDialog>
  );
}
