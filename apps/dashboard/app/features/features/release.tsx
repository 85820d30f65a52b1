import "../../words/features.ts";
import { previewRelease } from "@tenantry/core/features/preview-release";
import { readFeature } from "@tenantry/core/features/read";
import { releaseFeature } from "@tenantry/core/features/release";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { redirect } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/release";
import { readRelease, readTouched, ruleIn } from "./release-address.server.ts";
import { ReleaseFeature } from "./release-screen.tsx";

const perPage = 25;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.release");
  const { id } = params;
  const ofAgency = faceOf(ctx) === "agency";
  const { searchParams } = new URL(request.url);
  const touched = readTouched(searchParams, id);
  const { feature, plans, values, outcome } = await load(
    readTogether(ctx, async (ask) => {
      const feature = await ask(readFeature, { id });
      const { asks, ...values } = readRelease(searchParams, feature);
      const question = { ...touched, ...ruleIn(values), limit: perPage };
      return {
        ...{ feature, values },
        plans: ofAgency ? (await ask(listPlans, { state: "live", limit: 100 })).plans : [],
        // What the question lacks is said at its field, as of any other form.
        outcome: asks ? await submit(new FormData(), () => ask(previewRelease, question)) : undefined,
      };
    }),
    request,
  );
  if (feature.archivedAt) throw redirect(`/features/${id}`);
  return {
    ofAgency,
    feature: { id, name: feature.name, withdrawn: feature.withdrawnAt !== null },
    plans: plans.map((plan) => ({ id: plan.id, name: plan.name })),
    values,
    asked: outcome && "state" in outcome ? outcome.state : {},
    preview: outcome && "done" in outcome ? outcome.done : undefined,
    shown: { show: touched.show, kind: touched.kind ?? (ofAgency ? "reseller" : "customer"), perPage },
    query: searchParams.toString(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const sent = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  const none = { rule: { reach: "chosen" as const, types: [], planIds: [], percent: 0 } };
  const outcome = await submit(form, () =>
    releaseFeature(ctx, { id: params.id, ...ruleIn(readRelease(sent, none)) }),
  );
  if ("state" in outcome) return refused(outcome);
  const { name, gaining, losing } = outcome.done;
  const t = wordsFor(request, ctx);
  return redirectSaying(ctx, `/features/${params.id}`, {
    id: ctx.requestId,
    fact: t("features:toast.released", { name }),
    consequence: `${t("features:gets", { count: gaining })} ${t("features:loses", { count: losing })}`,
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ReleaseFeature {...loaderData} state={actionData?.state} />;
}
