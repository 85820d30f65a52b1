import { readCommission } from "@tenantry/core/commissions/read";
import { may } from "@tenantry/core/kernel/authorize";
import { Outlet } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/detail";
import { CommissionDetail } from "./detail-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "commission.read");
  const commission = await load(readCommission(ctx, { id: params.id }));
  const isOpen = commission.disputes.some(({ settledAt }) => !settledAt);
  return {
    commission,
    rights: {
      ofAgency: tenant.kind === "agency",
      dispute: !isOpen && may(ctx.actor, "commission-dispute.create"),
      withdraw: isOpen && may(ctx.actor, "commission-dispute.withdraw"),
      settle: isOpen && may(ctx.actor, "commission-dispute.settle"),
    },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <CommissionDetail {...loaderData}>
      <Outlet />
    </CommissionDetail>
  );
}
