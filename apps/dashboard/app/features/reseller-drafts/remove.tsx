import { readResellerDraft } from "@tenantry/core/reseller-drafts/read";
import { removeResellerDraft } from "@tenantry/core/reseller-drafts/remove";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/remove";
import { RemoveDraft } from "./remove-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-draft.remove");
  const { fields } = await load(readResellerDraft(ctx, { id: params.id }));
  const filled = Object.entries(fields).filter(([, value]) => value !== "");
  return { name: fields.name || null, filled: filled.map(([field]) => field) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { name } = await load(removeResellerDraft(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const fact = t("reseller-drafts:removed", { name: name ?? t("reseller-drafts:noName") });
  return redirectSaying(ctx, "/resellers/new", { id: ctx.requestId, fact });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <RemoveDraft {...loaderData} />;
}
