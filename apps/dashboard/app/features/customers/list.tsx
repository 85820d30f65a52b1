import { readTogether } from "@tenantry/core/kernel/together";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { path, readCustomersAddress } from "./list-address.server.ts";
import { readOwnCompany, readPage, readSellers } from "./list-data.server.ts";
import { CustomersList } from "./list-screen.tsx";
import type { CustomersFilter } from "./list-toolbar.tsx";
import { rightsOf } from "./rights.server.ts";
import { customerStatuses } from "./types.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.list");
  const { address, question } = readCustomersAddress(request, tenant);
  const rights = rightsOf(ctx);
  const links = (column: "name" | "joined" | "expiry") =>
    sortLinks(path, address, address.sort ?? "name", column);
  if (address.view === "org") {
    const row = await load(readTogether(ctx, (ask) => readOwnCompany(ask, tenant.accountId)));
    return {
      rows: [row],
      view: { query: "", keep: {}, filters: [], clearTo: path, exportTo: "" },
      sort: {},
      paging: { perPage: 1 },
      rights,
      addTo: `${path}/new`,
      of: "org" as const,
    };
  }
  const { customers, sellers, ...ends } = await load(
    readTogether(ctx, async (ask) => ({
      ...(await readPage(ask, { ...question, limit: perPage })),
      sellers: rights.ofAgency ? (await readSellers(ask)).sellers : [],
    })),
    request,
  );
  const { q, cursor: _, ...keep } = address;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const named = [...customers.flatMap(({ seller }) => seller ?? []), ...sellers];
  const filterOf = (
    by: CustomersFilter["by"],
    values: { value: string; name?: string }[],
  ): CustomersFilter => {
    const value = address[by];
    const name = named.find(({ id }) => id === value)?.name;
    return {
      by,
      applied: value === undefined ? undefined : { value, name, removeTo: to({ [by]: undefined }) },
      choices: values.map((choice) => ({ ...choice, to: to({ [by]: choice.value }) })),
    };
  };
  const filters = [
    filterOf(
      "status",
      customerStatuses.map((value) => ({ value })),
    ),
  ];
  if (sellers.length > 0) {
    const choices = sellers.map(({ id, name }) => ({ value: id, name }));
    filters.push(filterOf("seller", [{ value: "agency" }, ...choices]));
  }
  return {
    rows: customers,
    view: {
      query: q ?? "",
      keep,
      filters,
      clearTo: path,
      exportTo: listAddressWith("/customers.csv", address, {}),
    },
    sort: { name: links("name"), joined: links("joined"), expiry: links("expiry") },
    paging: pagingOf(path, address, perPage, ends),
    rights,
    addTo: rights.ofAgency && address.seller ? `${path}/new?seller=${address.seller}` : `${path}/new`,
    of: rights.ofAgency ? undefined : ("own" as const),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <CustomersList {...loaderData} />;
}
