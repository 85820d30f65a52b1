import "../../words/features.ts";
import { archiveFeature } from "@tenantry/core/features/archive";
import { previewWithdrawal } from "@tenantry/core/features/preview-withdrawal";
import { readFeature } from "@tenantry/core/features/read";
import { readTogether } from "@tenantry/core/kernel/together";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/archive";
import { LosingDialog } from "./losing-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "feature.archive");
  const { id } = params;
  const { feature, losing } = await load(
    readTogether(ctx, async (ask) => ({
      feature: await ask(readFeature, { id }),
      losing: (await ask(previewWithdrawal, { id, limit: 1 })).losing,
    })),
  );
  return { feature: { id, name: feature.name }, losing };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const outcome = await submit(await request.formData(), () => archiveFeature(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const { name, losing } = outcome.done;
  const fact = wordsFor(request, ctx)("features:toast.archived", { name, count: losing });
  return redirectSaying(ctx, "/features", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <LosingDialog {...loaderData} ofAgency act="archive" state={actionData?.state} />;
}
