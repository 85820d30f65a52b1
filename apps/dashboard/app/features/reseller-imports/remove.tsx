import "../../words/reseller-imports.ts";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { removeResellerImport } from "@tenantry/core/reseller-imports/remove";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/remove";
import { RemoveImport } from "./remove-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.remove");
  const { id, fileName, total } = await load(readResellerImport(ctx, { id: params.id }));
  return { id, fileName, total };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { fileName } = await load(readResellerImport(ctx, { id: params.id }));
  const outcome = await submit(await request.formData(), () => removeResellerImport(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("reseller-imports:remove.done", { name: fileName });
  return redirectSaying(ctx, "/resellers/import", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <RemoveImport {...loaderData} state={actionData?.state} />;
}
