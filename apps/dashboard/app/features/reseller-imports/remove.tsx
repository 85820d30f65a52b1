import "../../words/imports.ts";
import "../../words/reseller-imports.ts";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { removeResellerImport } from "@tenantry/core/reseller-imports/remove";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import { RemoveImport } from "../imports/remove-dialog.tsx";
import type { Route } from "./+types/remove";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.remove");
  const { id, fileName, total } = await load(readResellerImport(ctx, { id: params.id }));
  return { at: `/reseller-imports/${id}`, fileName, total };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { fileName } = await load(readResellerImport(ctx, { id: params.id }));
  const outcome = await submit(await request.formData(), () => removeResellerImport(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("imports:remove.done", { name: fileName });
  return redirectSaying(ctx, "/resellers/import", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("reseller-imports");
  return <RemoveImport {...loaderData} stay={t("stay")} state={actionData?.state} />;
}
