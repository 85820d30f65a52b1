import { readTogether } from "@tenantry/core/kernel/together";
import { readPlan } from "@tenantry/core/plans/read";
import { updatePlan } from "@tenantry/core/plans/update";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/edit";
import { planFormOptions } from "./form-options.server.ts";
import { currenciesIn, valuesOf } from "./plan-form.server.ts";
import { PlanForm } from "./plan-form.tsx";
import { requirePlans } from "./rights.server.ts";
import { savePlan } from "./save.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.update");
  const { plan, terms, options } = await load(
    readTogether(ctx, async (ask) => {
      const plan = await ask(readPlan, { id: params.id });
      await requirePlans(ctx, ask);
      const terms = plan.draft ?? plan.versions[0]?.terms ?? { prices: [], meters: [] };
      return { plan, terms, options: await planFormOptions(ctx, ask, currenciesIn(terms)) };
    }),
  );
  if (plan.archivedAt) throw redirect(`/plans/${params.id}`);
  const { name, internalName, description, visibility, updatedAt } = plan;
  const audience = Object.fromEntries(plan.audience.map(({ id }) => [`audience.${id}`, "on"]));
  return {
    plan: { id: plan.id, name },
    options,
    values: { updatedAt, name, internalName, description, visibility, ...audience, ...valuesOf(terms) },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const outcome = await savePlan(ctx, form, async (fields) => {
    await updatePlan(ctx, { id: params.id, ...fields, ...fieldsOf(form, "updatedAt") });
    return fields;
  });
  if ("again" in outcome) return outcome.again;
  const fact = wordsFor(request, ctx)("plans:toast.saved", { name: outcome.done.name });
  return redirectSaying(ctx, `/plans/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("plans");
  const { plan, values } = loaderData;
  const options = actionData?.options ?? loaderData.options;
  const crumbs = [
    { words: t("title"), to: "/plans" },
    { words: plan.name, to: `/plans/${plan.id}`, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("form.editTitle")} crumbs={crumbs} />
      <PlanForm
        key={options.currencies.join()}
        {...options}
        state={actionData?.state ?? { values }}
        cancelTo={`/plans/${plan.id}`}
      />
    </>
  );
}
