import { may } from "@tenantry/core/kernel/authorize";
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
  const [subscription, usage] = await Promise.all([
    load(readSubscription(ctx, { id: params.id })),
    load(readRunningUsage(ctx, { id: params.id })),
  ]);
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
