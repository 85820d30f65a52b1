import "../../words/imports.ts";
import { startResellerImport } from "@tenantry/core/reseller-imports/start";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/start";

/** Creates what the check found ready. A second click finds it under way and says so. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const to = `/reseller-imports/${params.id}`;
  const outcome = await submit(await request.formData(), () => startResellerImport(ctx, { id: params.id }));
  if ("done" in outcome) return redirect(to);
  const fact = wordsFor(request, ctx)("imports:conflict");
  return redirectSaying(ctx, to, { id: ctx.requestId, kind: "bad", fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/reseller-imports/${params.id}`);
}
