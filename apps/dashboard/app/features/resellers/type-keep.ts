import { keepType } from "@tenantry/core/resellers/keep-type";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/type-keep";

/** Calls off the change of type that waits for a reseller. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const outcome = await submit(await request.formData(), () => keepType(ctx, { id }));
  const t = wordsFor(request, ctx);
  const { name } = await load(readReseller(ctx, { id }));
  const toast =
    "state" in outcome
      ? { kind: "bad" as const, fact: outcome.state.formError ?? "" }
      : { fact: t("resellers:toast.typeKept", { name }) };
  return redirectSaying(ctx, `/resellers/${id}/type`, { id: ctx.requestId, ...toast });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/resellers/${params.id}/type`);
}
