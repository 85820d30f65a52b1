import "../../words/invoices.ts";
import { markUncollectible } from "@tenantry/core/invoices/mark-uncollectible";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/uncollectible";
import { useComingLines } from "./coming.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { readAsked } from "./read-asked.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return (await readAsked(request, context, params.id, "markUncollectible")).asked;
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const outcome = await submit(await request.formData(), () => markUncollectible(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("invoices:toast.uncollectible");
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const { id, code, coming } = loaderData;
  const onItsWay = useComingLines(coming, "pays");
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("uncollectible.title", { code })}
      lines={[
        ...onItsWay,
        t("uncollectible.reminders"),
        t("uncollectible.owed"),
        t("uncollectible.goesOn"),
        t("uncollectible.final"),
      ]}
      submit={t("uncollectible.submit")}
      danger
      state={actionData?.state}
    />
  );
}
