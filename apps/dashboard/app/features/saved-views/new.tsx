import { createSavedView } from "@tenantry/core/saved-views/create";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/new";
import { SaveViewDialog } from "./save-dialog.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "saved-view.create");
  return { closeTo: `/resellers${new URL(request.url).search}` };
}

/** Keeps the address under the dialog, without the place in the list: a view starts on its first page. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const params = new URL(request.url).searchParams;
  params.delete("cursor");
  const { name = "" } = fieldsOf(form, "name");
  const isShared = form.get("shared") === "on";
  const view = { list: "resellers" as const, name, question: params.toString(), isShared };
  const outcome = await submit(form, () => createSavedView(ctx, view));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("saved-views:saved", { name: outcome.done.name });
  return redirectSaying(ctx, `/resellers?${params}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <SaveViewDialog closeTo={loaderData.closeTo} state={actionData?.state} />;
}
