import { restoreReseller } from "@tenantry/core/resellers/restore";
import { redirect } from "react-router";
import { aboveResellers } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/restore";

/** Brings a deleted reseller back. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const { name } = await load(restoreReseller(ctx, { id: params.id }));
  const fact = wordsFor(request, ctx)("resellers:toast.restored", { name });
  return redirectSaying(ctx, `/resellers/${params.id}`, { id: ctx.requestId, fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/resellers/${params.id}`);
}
