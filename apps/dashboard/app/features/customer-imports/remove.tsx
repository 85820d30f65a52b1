import "../../words/customer-imports.ts";
import "../../words/imports.ts";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { removeCustomerImport } from "@tenantry/core/customer-imports/remove";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import { RemoveImport } from "../imports/remove-dialog.tsx";
import type { Route } from "./+types/remove";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "customer-import.remove");
  const { id, fileName, total } = await load(readCustomerImport(ctx, { id: params.id }));
  return { at: `/customer-imports/${id}`, fileName, total };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const { fileName } = await load(readCustomerImport(ctx, { id: params.id }));
  const outcome = await submit(await request.formData(), () => removeCustomerImport(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("imports:remove.done", { name: fileName });
  return redirectSaying(ctx, "/customers/import", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("customer-imports");
  return <RemoveImport {...loaderData} stay={t("stay")} state={actionData?.state} />;
}
