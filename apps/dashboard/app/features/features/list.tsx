import { listFeatures } from "@tenantry/core/features/list";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { featureStates, path, readFeaturesAddress } from "./list-address.server.ts";
import { FeaturesList } from "./list-screen.tsx";
import { featureRights } from "./rights.server.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.list");
  const { address, question } = readFeaturesAddress(request);
  const { features, ...ends } = await load(listFeatures(ctx, { ...question, limit: perPage }), request);
  const ofAgency = faceOf(ctx) === "agency";
  const sort = question.sort ?? "name";
  return {
    ofAgency,
    rights: featureRights(ctx),
    features,
    view: viewOf(path, address, "state", ofAgency ? featureStates : featureStates.slice(0, 2)),
    sorts: {
      name: sortLinks(path, address, sort, "name"),
      created: sortLinks(path, address, sort, "created"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <FeaturesList {...loaderData} />;
}
