import { listPlans } from "@tenantry/core/plans/list";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/list";
import { Plans } from "./list-screen.tsx";
import { summaryOf } from "./summary.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.list");
  const { plans } = await load(listPlans(ctx, {}));
  return { plans: plans.map((plan) => ({ ...summaryOf(plan), isDefault: plan.isDefault })) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Plans {...loaderData} />;
}
