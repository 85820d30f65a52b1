import { readCustomer } from "@tenantry/core/customers/read";
import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { listTeam } from "@tenantry/core/team/list";
import { usageDays } from "@tenantry/core/usage/index";
import { Outlet } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { chartOf, monthLeft } from "../usage/facts.server.ts";
import type { Route } from "./+types/detail";
import { CustomerDetail } from "./detail-screen.tsx";
import { rightsOf } from "./rights.server.ts";
import { readTrade } from "./trade.server.ts";

/** Users that the customer's page shows; the rest stand in their list. */
const shownUsers = 10;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.read");
  const { id } = params;
  const { customer, usage, users, ...trade } = await load(
    readTogether(ctx, async (ask) => ({
      customer: await ask(readCustomer, { id }),
      usage: await ask(usageDays, { accountId: id }),
      users: await ask(listTeam, { accountId: id, limit: shownUsers }),
      ...(await readTrade(ask, ctx, id)),
    })),
  );
  const { end } = monthLeft(usage.to);
  const { country } = customer;
  return {
    customer: {
      ...customer,
      claimOver: customer.claimedUntil !== null && new Date(customer.claimedUntil) <= ctx.now,
      country: country && (new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country),
    },
    meters: usage.meters.map(({ meter, quantity }) => ({ meter, quantity })),
    usage: chartOf(usage, end, `/customers/${id}/usage.csv`),
    logTo: may(ctx.actor, "audit.list") ? `/settings/audit?q=${id}` : undefined,
    rights: rightsOf(ctx),
    trade,
    users: { rows: users.people, more: users.next !== null },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <CustomerDetail {...loaderData}>
      <Outlet />
    </CustomerDetail>
  );
}
