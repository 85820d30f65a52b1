import "../../words/invoices.ts";
import { voidInvoice } from "@tenantry/core/invoices/void";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/void";
import { useComingLines } from "./coming.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return (await readAsked(request, context, params.id, "void")).asked;
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const outcome = await submit(await request.formData(), () => voidInvoice(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const { code } = outcome.done.creditNote;
  const fact = wordsFor(request, ctx)("invoices:toast.void", { code });
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code, totalMinor, currency, earns, mailedTo, coming } = loaderData;
  const onItsWay = useComingLines(coming, "tooMuch");
  const amount = useFormat().money(totalMinor, currency);
  const mailed = mailedTo ? [t("void.mailed", { email: mailedTo })] : [];
  const commission = earns ? [t("void.commission")] : [];
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("void.title", { code })}
      lines={[
        ...onItsWay,
        t("void.note", { amount }),
        ...mailed,
        t("void.link"),
        ...commission,
        t("void.goesOn"),
        t("void.final"),
      ]}
      submit={t("void.submit")}
      danger
      state={actionData?.state}
    />
  );
}
