import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { diffTerms } from "@tenantry/core/plans/diff";
import { listPlans } from "@tenantry/core/plans/list";
import { listMigrations } from "@tenantry/core/plans/list-migrations";
import { costsIn, margins } from "@tenantry/core/plans/margin";
import { readPlan } from "@tenantry/core/plans/read";
import { updatePlan } from "@tenantry/core/plans/update";
import { Outlet } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { readRateCard } from "../commissions/rate-card.server.ts";
import type { Route } from "./+types/detail";
import { PlanDetail } from "./detail-screen.tsx";
import { sellsOwnPlans } from "./rights.server.ts";
import type { Terms } from "./types.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.read");
  const ofAgency = faceOf(ctx) === "agency";
  const sees = ofAgency && may(ctx.actor, "plan-migration.list");
  const { plan, own, pinned, migrations, rate } = await load(
    readTogether(ctx, async (ask) => ({
      plan: await ask(readPlan, { id: params.id }),
      own: await sellsOwnPlans(ctx, ask),
      pinned: ofAgency ? null : (await ask(listPlans, { limit: 1 })).pinned,
      migrations: sees ? (await ask(listMigrations, { id: params.id })).migrations : [],
      rate: ofAgency ? await readRateCard(ask, ctx, "plan", params.id) : undefined,
    })),
  );
  const manages = own && may(ctx.actor, "plan.update");
  // A reseller's cost is its agency's price; an agency's is what it wrote beside the plan.
  const costed = (terms: Terms) =>
    ofAgency
      ? costsIn(terms, "costMinor")
      : costsIn(pinned?.terms ?? { prices: [], meters: [] }, "amountMinor");
  const taxed = {
    priceBps: plan.includedTaxBps,
    // What an agency wrote beside its plan is what it pays itself; a reseller's cost is a price of its agency's.
    costBps: ofAgency ? 0 : (pinned?.includedTaxBps ?? 0),
  };
  const current = plan.versions.find(({ number }) => number === plan.version);
  return {
    ofAgency,
    plan,
    draft: plan.draft && {
      terms: plan.draft,
      changes: current ? diffTerms(current.terms, plan.draft) : undefined,
      margins: manages ? margins(plan.draft, costed(plan.draft), taxed) : [],
    },
    versions: plan.versions.map((version, index) => {
      const before = plan.versions[index + 1];
      return {
        ...version,
        changes: before && diffTerms(before.terms, version.terms),
        margins: manages ? margins(version.terms, costed(version.terms), taxed) : [],
      };
    }),
    migrations,
    rate,
    rights: {
      manage: manages,
      migrate: ofAgency && may(ctx.actor, "plan-migration.create"),
      undo: ofAgency && may(ctx.actor, "plan-migration.cancel"),
    },
  };
}

/** Makes the plan the default: the one thing that is changed on its page itself. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await submit(await request.formData(), async () => {
    await updatePlan(ctx, { id: params.id, isDefault: true });
    return readPlan(ctx, { id: params.id });
  });
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("plans:toast.default", { name: outcome.done.name });
  return redirectSaying(ctx, `/plans/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PlanDetail {...loaderData} formError={actionData?.state.formError}>
      <Outlet />
    </PlanDetail>
  );
}
