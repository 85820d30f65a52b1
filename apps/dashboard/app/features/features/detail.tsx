import { listFeatureAccounts } from "@tenantry/core/features/list-accounts";
import { readFeature } from "@tenantry/core/features/read";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { Outlet } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/detail";
import { FeatureDetail } from "./detail-screen.tsx";
import { path, readAccountsAddress } from "./list-address.server.ts";
import { featureRights } from "./rights.server.ts";

const perPage = 25;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.read");
  const { id } = params;
  const ofAgency = faceOf(ctx) === "agency";
  const { address, question } = readAccountsAddress(request, id);
  const { feature, page, plans } = await load(
    readTogether(ctx, async (ask) => {
      const feature = await ask(readFeature, { id });
      const named = ofAgency && feature.rule.planIds.length > 0;
      return {
        feature,
        page: await ask(listFeatureAccounts, { ...question, limit: perPage }),
        plans: named ? (await ask(listPlans, { state: "all", limit: 100 })).plans : [],
      };
    }),
    request,
  );
  const { accounts, ...ends } = page;
  const own = `${path}/${id}`;
  const { kind } = address;
  return {
    ofAgency,
    rights: featureRights(ctx),
    feature,
    planNames: plans.filter((plan) => feature.rule.planIds.includes(plan.id)).map(({ name }) => name),
    accounts,
    kind: kind ?? (ofAgency ? "reseller" : "customer"),
    kindTo: {
      reseller: listAddressWith(own, address, { kind: undefined }),
      customer: listAddressWith(own, address, { kind: "customer" }),
    },
    view: {
      ...viewOf(own, address, "has", ["yes", "no"]),
      exportTo: listAddressWith(`${own}/accounts.csv`, address, {}),
    },
    paging: pagingOf(own, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <FeatureDetail {...loaderData}>
      <Outlet />
    </FeatureDetail>
  );
}
