import { readAllowances } from "@tenantry/core/allowances/read";
import { readDistributor } from "@tenantry/core/distributors/read";
import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { contactOf, invitationOf } from "../resellers/facts.server.ts";
import type { Route } from "./+types/detail";
import { DistributorDetail } from "./detail-screen.tsx";
import { statusOf } from "./list-address.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.read");
  const { found, meters } = await load(
    readTogether(ctx, async (ask) => ({
      found: await ask(readDistributor, { id: params.id }),
      ...(await ask(readAllowances, { accountId: params.id })),
    })),
  );
  const { id, name, address, joinedAt, delegation, customers } = found;
  return {
    distributor: {
      id,
      name,
      address,
      host: new URL(address).host,
      joinedAt,
      status: statusOf(found),
      customers,
    },
    delegation,
    meters,
    contact: contactOf(found),
    invitation: invitationOf(found, ctx.app.config.demo),
    rights: {
      edit: may(ctx.actor, "distributor.update"),
      toggle: may(ctx.actor, "distributor.deactivate"),
      archive: may(ctx.actor, "distributor.archive"),
      invite: may(ctx.actor, "invitation.resend"),
      give: may(ctx.actor, "allowance.set"),
    },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <DistributorDetail {...loaderData}>
      <Outlet />
    </DistributorDetail>
  );
}
