import "../../words/invoices.ts";
import { resumeDunning } from "@tenantry/core/dunning/resume";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ConfirmDialog } from "../invoices/confirm-dialog.tsx";
import { readAsked } from "../invoices/read-asked.server.ts";
import type { Route } from "./+types/resume";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, asked } = await readAsked(request, context, params.id, "resumeDunning");
  const next = asked.dunning?.steps.find(({ state }) => state === "paused")?.at ?? null;
  return { id: asked.id, code: asked.code, next, isLate: next !== null && new Date(next) <= ctx.now };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const outcome = await submit(await request.formData(), () => resumeDunning(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("invoices:toast.resumed");
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const { id, code, next, isLate } = loaderData;
  const ahead = next ? [t("dunning.resumeNext", { date: format.date(next) })] : [];
  return (
    <ConfirmDialog
      invoiceId={id}
      title={t("dunning.resumeTitle", { code })}
      lines={isLate ? [t("dunning.resumeToday")] : ahead}
      submit={t("dunning.resumeSubmit")}
      state={actionData?.state}
    />
  );
}
