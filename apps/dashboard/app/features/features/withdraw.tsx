import "../../words/features.ts";
import { previewWithdrawal } from "@tenantry/core/features/preview-withdrawal";
import { readFeature } from "@tenantry/core/features/read";
import { withdrawFeature } from "@tenantry/core/features/withdraw";
import { readTogether } from "@tenantry/core/kernel/together";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/withdraw";
import { LosingDialog } from "./losing-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.withdraw");
  const { id } = params;
  const { feature, losing } = await load(
    readTogether(ctx, async (ask) => ({
      feature: await ask(readFeature, { id }),
      losing: (await ask(previewWithdrawal, { id, limit: 1 })).losing,
    })),
  );
  return { feature: { id, name: feature.name }, losing, ofAgency: faceOf(ctx) === "agency" };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => withdrawFeature(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const { name, losing } = outcome.done;
  const fact = wordsFor(request, ctx)("features:toast.withdrawn", { name, count: losing });
  return redirectSaying(ctx, `/features/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <LosingDialog {...loaderData} act="withdraw" state={actionData?.state} />;
}
