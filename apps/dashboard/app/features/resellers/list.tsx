import { resellerNeeds } from "@tenantry/core/attention/schemas";
import { Outlet } from "react-router";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { placeOf } from "../attention/place.server.ts";
import type { Route } from "./+types/list";
import {
  addressWith,
  csvAddress,
  type ListAddress,
  readAddress,
  saveAddress,
} from "./list-address.server.ts";
import { readList, readListBeneath, rightsOf } from "./list-data.server.ts";
import { ResellersList } from "./list-screen.tsx";
import type { ListFilter } from "./list-toolbar.tsx";
import { resellerStatuses } from "./types.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.list");
  const address = readAddress(request);
  const rights = rightsOf(ctx);
  const data = rights.ofAgency
    ? await load(readList(ctx, address), request)
    : await load(readListBeneath(ctx, address), request);
  const filters: ListFilter[] = [
    filterOf(
      address,
      "type",
      ["own_plans", "commission"].map((value) => ({ value })),
    ),
    filterOf(
      address,
      "plan",
      data.plans.map(({ id, name }) => ({ value: id, name })),
    ),
    filterOf(
      address,
      "status",
      [...resellerStatuses, "archived"].map((value) => ({ value })),
    ),
    filterOf(
      address,
      "country",
      data.countries.map(({ code, name }) => ({ value: code, name })),
    ),
    needsFilter(address),
  ];
  if (data.plans.length === 0) filters.splice(1, 1);
  if (data.uplines.length > 0)
    filters.push(
      filterOf(address, "under", [
        { value: "agency" },
        ...data.uplines.map(({ id, name }) => ({ value: id, name })),
      ]),
    );
  const sortTo = {
    name: addressWith(address, { sort: address.sort === "name" ? "-name" : "name" }),
    joined: addressWith(address, { sort: address.sort === "joined" ? undefined : "joined" }),
  };
  return {
    ...data,
    address,
    filters,
    sortTo,
    csvTo: csvAddress(address),
    saveTo: saveAddress(address),
    rights,
  };
}

/** Deleted ones have a need of their own, and those alone are shown for it. */
function needsFilter(address: ListAddress): ListFilter {
  const filter = filterOf(
    address,
    "needs",
    resellerNeeds.map((value) => ({ value })),
  );
  const choices = resellerNeeds.map((value) => ({ value, to: placeOf(value, { ...address }) }));
  return { ...filter, choices };
}

type Value = { value: string; name?: string };

function filterOf(address: ListAddress, by: ListFilter["by"], values: Value[]): ListFilter {
  const applied = values.find(({ value }) => value === address[by]);
  return {
    by,
    applied: applied && { ...applied, removeTo: addressWith(address, { [by]: undefined }) },
    choices: values.map((value) => ({ ...value, to: addressWith(address, { [by]: value.value }) })),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { address, filters, sortTo, csvTo, saveTo, saved, rows, attention, overview, room, paging, rights } =
    loaderData;
  const { q, cursor: _, ...keep } = address;
  const sort = address.sort ?? "-joined";
  const order = sort.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return (
    <ResellersList
      attention={attention}
      overview={overview}
      room={room}
      rows={rows}
      view={{ query: q ?? "", filters, keep, saved, saveTo, csvTo, clearTo: "/resellers" }}
      sort={{
        name: { to: sortTo.name, now: sort.endsWith("name") ? order : undefined },
        joined: { to: sortTo.joined, now: sort.endsWith("joined") ? order : undefined },
      }}
      paging={paging}
      rights={rights}
    >
      <Outlet />
    </ResellersList>
  );
}
