import { listAgencies } from "@tenantry/core/agencies/list";
import { Outlet } from "react-router";
import { operatorOnly } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/agencies";
import { Agencies } from "./agencies-screen.tsx";
import { agencyStatuses, pagingOf, readAgenciesAddress, viewOf } from "./list-address.server.ts";

const path = "/agencies";
const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const { address, question } = readAgenciesAddress(request);
  const { agencies, ...ends } = await load(listAgencies(ctx, { ...question, limit: perPage }), request);
  const to = (sort: string | undefined) => listAddressWith(path, address, { sort });
  return {
    agencies: agencies.map(({ activated, ...agency }) => ({
      ...agency,
      host: new URL(agency.address).host,
      ownerState: activated ? ("accepted" as const) : ("pending" as const),
    })),
    view: viewOf(path, address, "status", agencyStatuses),
    sort: address.sort ?? "name",
    sortTo: {
      name: to(address.sort === undefined ? "-name" : undefined),
      created: to(address.sort === "-created" ? "created" : "-created"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData: { sort, sortTo, ...list } }: Route.ComponentProps) {
  const way = sort.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return (
    <Agencies
      {...list}
      sort={{
        name: { to: sortTo.name, now: sort.endsWith("name") ? way : undefined },
        created: { to: sortTo.created, now: sort.endsWith("created") ? way : undefined },
      }}
    >
      <Outlet />
    </Agencies>
  );
}
