import { listDistributors } from "@tenantry/core/distributors/list";
import { may } from "@tenantry/core/kernel/authorize";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { readDistributorsAddress, statusOf } from "./list-address.server.ts";
import { DistributorsList } from "./list-screen.tsx";
import { distributorStatuses } from "./types.ts";

const path = "/distributors";
const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.list");
  const { address, question } = readDistributorsAddress(request);
  const { distributors, ...ends } = await load(
    listDistributors(ctx, { ...question, limit: perPage }),
    request,
  );
  const to = (sort: string | undefined) => listAddressWith(path, address, { sort });
  return {
    rows: distributors.map((row) => ({ ...row, status: statusOf(row) })),
    view: viewOf(path, address, "status", distributorStatuses),
    sort: address.sort ?? "-joined",
    sortTo: {
      name: to(address.sort === "name" ? "-name" : "name"),
      joined: to(address.sort === "joined" ? undefined : "joined"),
    },
    paging: pagingOf(path, address, perPage, ends),
    mayCreate: may(ctx.actor, "distributor.create"),
  };
}

export default function Page({ loaderData: { sort, sortTo, ...list } }: Route.ComponentProps) {
  const way = sort.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return (
    <DistributorsList
      {...list}
      sort={{
        name: { to: sortTo.name, now: sort.endsWith("name") ? way : undefined },
        joined: { to: sortTo.joined, now: sort.endsWith("joined") ? way : undefined },
      }}
    />
  );
}
