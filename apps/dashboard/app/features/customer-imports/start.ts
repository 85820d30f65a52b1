import "../../words/imports.ts";
import { startCustomerImport } from "@tenantry/core/customer-imports/start";
import { redirect } from "react-router";
import { aboveCustomers } from "../../request/gate.server.ts";
import { redirectSaying, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/start";

/** Creates what the check found ready. A second click finds it under way and says so. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const to = `/customer-imports/${params.id}`;
  const outcome = await submit(await request.formData(), () => startCustomerImport(ctx, { id: params.id }));
  if ("done" in outcome) return redirect(to);
  const fact = outcome.state.formError ?? wordsFor(request, ctx)("imports:conflict");
  return redirectSaying(ctx, to, { id: ctx.requestId, kind: "bad", fact });
}

export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/customer-imports/${params.id}`);
}
