import { eraseReseller } from "@tenantry/core/resellers/erase";
import { previewErasure } from "@tenantry/core/resellers/preview-erasure";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/erase";
import { EraseDialog } from "./erase-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.erase");
  return { erasure: await load(previewErasure(ctx, { id: params.id })) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const form = await request.formData();
  const name = String(form.get("name") ?? "");
  const outcome = await submitProven(request, ctx, form, (proven) => eraseReseller(proven, { id, name }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("resellers:toast.erased", { name });
  return redirectSaying(ctx, "/resellers?status=archived", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <EraseDialog {...loaderData} state={actionData?.state} />;
}
