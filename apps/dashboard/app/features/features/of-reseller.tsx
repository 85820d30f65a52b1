import { featuresOf } from "@tenantry/core/features/of-account";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/of-reseller";
import { FeaturesOfReseller } from "./of-reseller-screen.tsx";
import { featureRights } from "./rights.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "feature.of-account");
  const { id } = params;
  const { reseller, features } = await load(
    readTogether(ctx, async (ask) => ({
      reseller: await ask(readReseller, { id }),
      features: (await ask(featuresOf, { accountId: id })).features,
    })),
  );
  const { name, archivedAt } = reseller;
  return { reseller: { id, name }, features, mayChoose: featureRights(ctx).release && !archivedAt };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <FeaturesOfReseller {...loaderData} />;
}
