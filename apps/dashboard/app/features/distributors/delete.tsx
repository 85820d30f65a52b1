import "../../words/distributors.ts";
import { archiveDistributor } from "@tenantry/core/distributors/archive";
import { readDistributor } from "@tenantry/core/distributors/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/delete";
import { DeleteDialog } from "./confirm-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.archive");
  const { id, name, address, people } = await load(readDistributor(ctx, { id: params.id }));
  return { distributor: { id, name, host: new URL(address).host }, people };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const outcome = await submit(await request.formData(), () => archiveDistributor(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("distributors:toast.deleted");
  return redirectSaying(ctx, "/distributors", {
    id: ctx.requestId,
    fact,
    undo: { action: `/distributors/${id}/restore`, fields: {} },
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <DeleteDialog {...loaderData} state={actionData?.state} />;
}
