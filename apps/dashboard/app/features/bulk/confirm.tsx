import { previewBulkRun } from "@tenantry/core/bulk/preview";
import { startBulkRun } from "@tenantry/core/bulk/start";
import { isAppError } from "@tenantry/core/kernel/errors";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/confirm";
import { askedOf, listBelow, planChangeIn } from "./address.server.ts";
import { ConfirmBulkRun } from "./confirm-dialog.tsx";
import { ChangeManyPlans } from "./plan-dialog.tsx";

const none = { total: 0, more: false, people: 0, customers: 0, plan: null };

/** Nothing ticked, or nothing that would change: the dialog says so and leads back. */
function nothing(error: unknown): typeof none {
  if (isAppError(error) && error.fields) return none;
  throw error;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "bulk-run.start");
  const params = new URL(request.url).searchParams;
  const { action, ...asked } = askedOf(params);
  const closeTo = listBelow(params);
  const { plans, preview } = await load(
    readTogether(ctx, async (ask) => ({
      plans: action === "change_plan" ? (await ask(listPlans, { state: "live" })).plans : [],
      preview:
        action === "change_plan" && !asked.planId
          ? undefined
          : await ask(previewBulkRun, { action, ...asked }).catch(nothing),
    })),
  );
  if (action !== "change_plan") return { action, preview: preview ?? none, closeTo };
  return {
    action,
    ...{ preview, closeTo },
    plans: plans.map(({ id, name, version }) => ({ id, name, version: version ?? 0 })),
    values: planChangeIn(params),
    keep: [...params].filter(([name]) => !["toPlan", "effective", "keepPrice"].includes(name)),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const asked = askedOf(new URL(request.url).searchParams);
  const outcome = await submit(await request.formData(), () => startBulkRun(ctx, asked));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/bulk-runs/${outcome.done.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData?.state;
  if (loaderData.action === "change_plan") return <ChangeManyPlans {...loaderData} state={state} />;
  return <ConfirmBulkRun {...loaderData} state={state} />;
}
