import "../../words/features.ts";
import { restoreFeature } from "@tenantry/core/features/restore";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/restore";

/** Brings an archived feature back, withdrawn until it is released. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const outcome = await submit(await request.formData(), () => restoreFeature(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const said =
    "state" in outcome
      ? { kind: "bad" as const, fact: t("features:toast.failed"), consequence: outcome.state.formError }
      : { fact: t("features:toast.restored", { name: outcome.done.name }) };
  return redirectSaying(ctx, `/features/${params.id}`, { id: ctx.requestId, ...said });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/features/${params.id}`);
}
