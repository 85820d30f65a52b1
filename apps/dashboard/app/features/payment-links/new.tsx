import "../../words/invoices.ts";
import { createPaymentLink } from "@tenantry/core/payment-links/create";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import { ConfirmDialog } from "../invoices/confirm-dialog.tsx";
import { readAsked } from "../invoices/read-asked.server.ts";
import type { Route } from "./+types/new";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return (await readAsked(request, context, params.id, "newLink")).asked;
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const outcome = await submit(await request.formData(), () => createPaymentLink(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("invoices:toast.newLink");
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code, hasLink } = loaderData;
  const lines = [t("link.newOpens"), ...(hasLink ? [t("link.newEnds")] : [])];
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("link.newTitle", { code })}
      lines={lines}
      submit={t("link.newSubmit")}
      state={actionData?.state}
    />
  );
}
