import { readTogether } from "@tenantry/core/kernel/together";
import { archivePlan } from "@tenantry/core/plans/archive";
import { readPlan } from "@tenantry/core/plans/read";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/archive";
import { ArchivePlanDialog } from "./archive-dialog.tsx";
import { requirePlans } from "./rights.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.archive");
  const { id, name, resellers } = await load(
    readTogether(ctx, async (ask) => {
      const plan = await ask(readPlan, { id: params.id });
      await requirePlans(ctx, ask);
      return plan;
    }),
  );
  return { plan: { id, name }, resellers: faceOf(ctx) === "agency" ? (resellers ?? 0) : undefined };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), () => archivePlan(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("plans:toast.archived", { name: outcome.done.name });
  const undo = { action: `/plans/${params.id}/restore`, fields: {} };
  return redirectSaying(ctx, "/plans", { id: ctx.requestId, fact, undo });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ArchivePlanDialog {...loaderData} state={actionData?.state} />;
}
