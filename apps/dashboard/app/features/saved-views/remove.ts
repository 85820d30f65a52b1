import { removeSavedView } from "@tenantry/core/saved-views/remove";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/remove";

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { name } = await load(removeSavedView(ctx, { id: params.id }));
  const fact = wordsFor(request, ctx)("saved-views:removed", { name });
  return redirectSaying(ctx, "/resellers", { id: ctx.requestId, fact });
}

export function loader() {
  return redirect("/resellers");
}
