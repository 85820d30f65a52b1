import "../../words/distributors.ts";
import { restoreDistributor } from "@tenantry/core/distributors/restore";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/restore";

/** Brings a deleted distributor back. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  await load(restoreDistributor(ctx, { id: params.id }));
  const fact = wordsFor(request, ctx)("distributors:toast.restored");
  return redirectSaying(ctx, `/distributors/${params.id}`, { id: ctx.requestId, fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/distributors/${params.id}`);
}
