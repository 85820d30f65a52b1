import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { rolesOf } from "@tenantry/core/roles";
import { listTeam } from "@tenantry/core/team/list";
import { Outlet } from "react-router";
import { requireVerb } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/list";
import { type ListAddress, readAddress, stateValues } from "./list-address.server.ts";
import { Team } from "./list-screen.tsx";
import { placeOf, teamOf } from "./place.server.ts";

const perPage = 25;

export async function loader(args: Route.LoaderArgs) {
  const team = teamOf(args);
  const { ctx, user, accountId, base } = team;
  requireVerb(ctx, "team.list");
  const address = readAddress(args.request);
  const { q: search, role, state, sort, cursor } = address;
  const filter = { accountId, search, role, state, sort, cursor, limit: perPage };
  const [page, place] = await load(
    readTogether(ctx, (ask) => Promise.all([ask(listTeam, filter), placeOf(ask, team)])),
  );
  const mayManage = may(user, "team.invite");
  const to = (change: Change) => listAddressWith(base, { ...address }, change);
  return {
    place,
    open: openPages(user, ctx.tenant),
    mayInvite: mayManage,
    rows: page.people.map((person) => ({ ...person, mayChange: mayManage && team.mayGrant(person.role) })),
    address,
    filters: [
      filterOf("role", rolesOf(team.account.kind), address, to),
      filterOf("state", stateValues, address, to),
    ],
    sortTo: {
      person: to({ sort: address.sort === undefined ? "-name" : undefined }),
      seen: to({ sort: address.sort === "-seen" ? "seen" : "-seen" }),
    },
    csvTo: listAddressWith(`${base}.csv`, { ...address }, {}),
    paging: {
      perPage,
      previous: page.previous ? to({ cursor: page.previous }) : undefined,
      next: page.next ? to({ cursor: page.next }) : undefined,
    },
  };
}

type Change = Parameters<typeof listAddressWith>[2];

function filterOf(
  by: "role" | "state",
  values: readonly string[],
  address: ListAddress,
  to: (change: Change) => string,
) {
  const applied = address[by];
  return {
    by,
    applied: applied && { value: applied, removeTo: to({ [by]: undefined }) },
    choices: values.map((value) => ({ value, to: to({ [by]: value }) })),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { address, sortTo, filters, ...rest } = loaderData;
  const { q, cursor: _, ...keep } = address;
  const sort = address.sort ?? "name";
  const order = sort.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return (
    <Team
      {...rest}
      view={{ query: q ?? "", filters, keep }}
      sort={{
        person: { to: sortTo.person, now: sort.endsWith("name") ? order : undefined },
        seen: { to: sortTo.seen, now: sort.endsWith("seen") ? order : undefined },
      }}
    >
      <Outlet />
    </Team>
  );
}
