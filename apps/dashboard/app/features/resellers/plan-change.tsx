import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { changePlan } from "@tenantry/core/resellers/change-plan";
import { previewPlanChange } from "@tenantry/core/resellers/preview-plan";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/plan-change";
import { PlanChange } from "./plan-change-screen.tsx";

type Input = Parameters<typeof changePlan>[1];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.change-plan");
  const { id } = params;
  const values = valuesOf(new URL(request.url).searchParams);
  const { reseller, plans, preview } = await load(
    readTogether(ctx, async (ask) => {
      const reseller = await ask(readReseller, { id });
      const { plans } = await ask(listPlans, { state: "live" });
      const chosen = !reseller.archivedAt && plans.some((plan) => plan.id === values.planId);
      const preview = chosen ? await ask(previewPlanChange, { ...inputOf(values), id }) : undefined;
      return { reseller, plans, preview };
    }),
  );
  if (reseller.archivedAt) throw redirect(`/resellers/${id}`);
  const { name, plan } = reseller;
  return {
    reseller: { id, name, plan: plan && { name: plan.name, version: plan.version ?? 0 } },
    waiting: reseller.planChange,
    plans: plans.map((one) => ({ id: one.id, name: one.name, version: one.version ?? 0 })),
    values,
    preview,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const values = valuesOf(new URLSearchParams([...form].map(([name, value]) => [name, String(value)])));
  const outcome = await submit(form, () => changePlan(ctx, { ...inputOf(values), id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const { name, after, dueAt } = outcome.done;
  const t = wordsFor(request, ctx);
  const plan = t("plans:change.planVersion", after);
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: ctx.tenant.billingZone });
  const fact =
    values.effective === "now"
      ? t("plans:toast.changed", { name, plan })
      : t("plans:toast.willChange", { name, plan, date: date.format(new Date(dueAt)) });
  return redirectSaying(ctx, `/resellers/${params.id}`, { id: ctx.requestId, fact });
}

function valuesOf(params: URLSearchParams) {
  return {
    planId: params.get("planId") ?? "",
    effective: params.get("effective") === "now" ? ("now" as const) : ("next_period" as const),
    keepPrice: params.get("keepPrice") === "on",
    returnUnused: params.get("returnUnused") === "on",
  };
}

function inputOf(values: ReturnType<typeof valuesOf>): Omit<Input, "id"> {
  return values;
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <PlanChange {...loaderData} state={actionData?.state} />;
}
