import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { saveBrand } from "../branding/save.server.ts";
import type { Route } from "./+types/brand";

/** Sets a reseller's colour from its page. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const outcome = await saveBrand(ctx, await request.formData(), params.id);
  const t = wordsFor(request, ctx);
  const to = `/resellers/${params.id}`;
  const id = ctx.requestId;
  if ("done" in outcome) return redirectSaying(ctx, to, { id, fact: t("branding:saved") });
  const consequence = Object.values(outcome.state.errors ?? {})[0] ?? outcome.state.formError;
  return redirectSaying(ctx, to, { id, kind: "bad", fact: t("branding:notSaved"), consequence });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/resellers/${params.id}`);
}
