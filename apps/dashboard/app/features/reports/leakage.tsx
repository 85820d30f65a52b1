import { reportLeakage } from "@tenantry/core/reports/leakage";
import { leakKinds } from "@tenantry/core/reports/leakage-schemas";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/leakage";
import { path, readLeakageAddress } from "./leakage-address.server.ts";
import { LeakageReport } from "./leakage-screen.tsx";
import type { LeakageFilter } from "./types.ts";

const perPage = 25;
const daysOffered = ["0", "7", "30", "60", "90"];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "report.leakage");
  const { address, question } = readLeakageAddress(request);
  const { leaks, ...ends } = await load(reportLeakage(ctx, { ...question, limit: perPage }), request);
  const { q, cursor: _, ...keep } = address;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const filterOf = (
    by: LeakageFilter["by"],
    choices: readonly { value: string; name?: string }[],
    name?: string,
  ): LeakageFilter => {
    const value = address[by];
    return {
      by,
      applied: value === undefined ? undefined : { value, name, removeTo: to({ [by]: undefined }) },
      choices: choices.map((one) => ({ ...one, to: to({ [by]: one.value }) })),
    };
  };
  // Whoever is on the page can be chosen; a reseller has but its own customers.
  const distinct = (named: { id: string; name: string }[]) => [
    ...new Map(named.map(({ id, name }) => [id, { value: id, name }])).values(),
  ];
  const resellers = distinct(leaks.flatMap(({ reseller }) => reseller ?? []));
  const customers = distinct(leaks.map(({ customer }) => customer));
  const nameOf = (id: string | undefined, among: typeof customers) =>
    among.find(({ value }) => value === id)?.name;
  const filters = [
    filterOf(
      "kind",
      leakKinds.map((value) => ({ value })),
    ),
    filterOf(
      "days",
      daysOffered.map((value) => ({ value })),
    ),
  ];
  if (resellers.length > 0 || address.reseller)
    filters.push(filterOf("reseller", resellers, nameOf(address.reseller, resellers)));
  if (customers.length > 0 || address.customer)
    filters.push(filterOf("customer", customers, nameOf(address.customer, customers)));
  const sort = address.sort ?? "since";
  return {
    rows: leaks,
    ofAgency: tenant.kind === "agency",
    view: {
      query: q ?? "",
      keep,
      filters,
      exportTo: listAddressWith("/reports/leakage.csv", address, {}),
    },
    sorts: {
      customer: sortLinks(path, address, sort, "customer"),
      since: sortLinks(path, address, sort, "since"),
      amount: sortLinks(path, address, sort, "amount"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <LeakageReport {...loaderData} />;
}
