import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { readRunningUsage } from "@tenantry/core/overages/read-running";
import { readSubscription } from "@tenantry/core/subscriptions/read";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/detail";
import { SubscriptionDetail } from "./detail-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.read");
  const { actor } = ctx;
  const ofAgency = tenant.kind === "agency";
  const { id } = params;
  const { subscription, usage } = await load(
    readTogether(ctx, async (ask) => ({
      subscription: await ask(readSubscription, { id }),
      usage: await ask(readRunningUsage, { id }),
    })),
  );
  return {
    subscription,
    usage,
    rights: {
      // What a reseller buys follows its plan, and is its agency's to end.
      change: !subscription.wholesale && may(actor, "subscription.change"),
      cancel: (ofAgency || !subscription.wholesale) && may(actor, "subscription.cancel"),
    },
    ofAgency,
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <SubscriptionDetail {...loaderData} />;
}
