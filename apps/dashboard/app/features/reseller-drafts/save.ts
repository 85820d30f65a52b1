import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/save";
import { keepDraft } from "./keep.server.ts";
import type { SavedDraft } from "./types.ts";

/** Takes what is typed into the create form, while it is typed. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = await load(keepDraft(ctx, await request.formData()));
  return Response.json({ id } satisfies SavedDraft);
}

export function loader() {
  return redirect("/resellers/new");
}
