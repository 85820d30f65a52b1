import { readTogether } from "@tenantry/core/kernel/together";
import { createPlan } from "@tenantry/core/plans/create";
import { listPlans } from "@tenantry/core/plans/list";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/new";
import { planFormOptions } from "./form-options.server.ts";
import { currenciesIn } from "./plan-form.server.ts";
import { PlanForm } from "./plan-form.tsx";
import { requirePlans } from "./rights.server.ts";
import { savePlan } from "./save.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.create");
  const work = readTogether(ctx, async (ask) => {
    await requirePlans(ctx, ask);
    // Who sells in a currency already goes on selling in it.
    const { plans } = await ask(listPlans, { limit: 25 });
    const known = currenciesIn({ prices: plans.flatMap(({ prices }) => prices), meters: [] });
    return { options: await planFormOptions(ctx, ask, known) };
  });
  return load(work);
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await savePlan(ctx, await request.formData(), (fields) => createPlan(ctx, fields));
  if ("again" in outcome) return outcome.again;
  const { id, name } = outcome.done;
  const fact = wordsFor(request, ctx)("plans:toast.created", { name });
  return redirectSaying(ctx, `/plans/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("plans");
  const options = actionData?.options ?? loaderData.options;
  return (
    <>
      <PageHeader title={t("form.newTitle")} crumbs={[{ words: t("title"), to: "/plans" }]} />
      <PlanForm
        key={options.currencies.join()}
        {...options}
        state={actionData?.state ?? {}}
        cancelTo="/plans"
      />
    </>
  );
}
