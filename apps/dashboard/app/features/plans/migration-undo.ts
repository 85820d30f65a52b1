import { cancelMigration } from "@tenantry/core/plans/cancel-migration";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/migration-undo";

/** Undoes a migration before its day. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { resellers } = await load(cancelMigration(ctx, { id: params.migrationId }));
  const fact = wordsFor(request, ctx)("plans:toast.undone", { count: resellers });
  return redirectSaying(ctx, `/plans/${params.id}`, { id: ctx.requestId, fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/plans/${params.id}`);
}
