import { readTogether } from "@tenantry/core/kernel/together";
import { duplicatePlan } from "@tenantry/core/plans/duplicate";
import { readPlan } from "@tenantry/core/plans/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/duplicate";
import { DuplicateDialog } from "./duplicate-dialog.tsx";
import { requirePlans } from "./rights.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.duplicate");
  const { id, name } = await load(
    readTogether(ctx, async (ask) => {
      const plan = await ask(readPlan, { id: params.id });
      await requirePlans(ctx, ask);
      return plan;
    }),
  );
  const copyOf = wordsFor(request, ctx)("plans:duplicate.copyOf", { name });
  return { plan: { id, name }, copyOf };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const { name = "" } = fieldsOf(form, "name");
  const outcome = await submit(form, () => duplicatePlan(ctx, { id: params.id, name }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("plans:toast.duplicated", { name });
  return redirectSaying(ctx, `/plans/${outcome.done.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, copyOf } = loaderData;
  return <DuplicateDialog plan={plan} state={actionData?.state ?? { values: { name: copyOf } }} />;
}
