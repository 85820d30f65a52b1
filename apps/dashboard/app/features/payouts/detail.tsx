import { readPayout } from "@tenantry/core/payouts/read";
import { Outlet } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/detail";
import { PayoutDetail } from "./detail-screen.tsx";
import { rightsOf } from "./rights.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "payout.read");
  return { payout: await load(readPayout(ctx, { id: params.id })), rights: rightsOf(ctx) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <PayoutDetail {...loaderData}>
      <Outlet />
    </PayoutDetail>
  );
}
