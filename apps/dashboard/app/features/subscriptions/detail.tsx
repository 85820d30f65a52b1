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
    rights: { change: may(actor, "subscription.change"), cancel: may(actor, "subscription.cancel") },
    ofAgency: tenant.kind === "agency",
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <SubscriptionDetail {...loaderData} />;
}
