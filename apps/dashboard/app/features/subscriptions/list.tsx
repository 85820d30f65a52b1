import { listSubscriptions } from "@tenantry/core/subscriptions/list";
import { subscriptionStates } from "@tenantry/core/subscriptions/schemas";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { solds } from "../invoices/types.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { path, readSubscriptionsAddress } from "./list-address.server.ts";
import { SubscriptionsList } from "./list-screen.tsx";
import type { SubscriptionsFilter } from "./types.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.list");
  const { address, question } = readSubscriptionsAddress(request);
  const { subscriptions, ...ends } = await load(
    listSubscriptions(ctx, { ...question, limit: perPage }),
    request,
  );
  const { q, cursor: _, ...keep } = address;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const filterOf = (
    by: SubscriptionsFilter["by"],
    values: readonly string[],
    name?: string,
  ): SubscriptionsFilter => {
    const value = address[by];
    return {
      by,
      applied: value === undefined ? undefined : { value, name, removeTo: to({ [by]: undefined }) },
      choices: values.map((one) => ({ value: one, to: to({ [by]: one }) })),
    };
  };
  const ofAgency = tenant.kind === "agency";
  const filters = [
    filterOf("state", subscriptionStates),
    // An agency buys nothing here.
    filterOf("sold", ofAgency ? ["own", "others"] : solds),
  ];
  if (address.customer) filters.push(filterOf("customer", [], subscriptions[0]?.customer.name));
  // What reports lead here with: it can be seen and taken away, and is not offered.
  for (const by of ["reseller", "currency"] as const) if (address[by]) filters.push(filterOf(by, []));
  const sort = address.sort ?? "-started";
  return {
    rows: subscriptions,
    ofAgency,
    view: { query: q ?? "", keep, filters, exportTo: listAddressWith("/subscriptions.csv", address, {}) },
    sorts: {
      started: sortLinks(path, address, sort, "started"),
      mrr: sortLinks(path, address, sort, "mrr"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <SubscriptionsList {...loaderData} />;
}
