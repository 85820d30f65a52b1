import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/list";
import { addressWith, readAddress } from "./list-address.server.ts";
import { readList, rightsOf } from "./list-data.server.ts";
import { ResellersList } from "./list-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.list");
  const address = readAddress(new URL(request.url).searchParams);
  const data = await load(readList(ctx, address));
  const to = {
    sortName: addressWith(address, { sort: address.sort === "name" ? "-name" : "name" }),
    sortJoined: addressWith(address, { sort: address.sort === "joined" ? undefined : "joined" }),
    types: choices(["own_plans", "commission"], (type) => addressWith(address, { type })),
    statuses: choices(["active", "inactive", "archived"], (status) => addressWith(address, { status })),
    plans: data.plans.map(({ id, name }) => ({ words: name, to: addressWith(address, { plan: id }) })),
    without: {
      type: addressWith(address, { type: undefined }),
      status: addressWith(address, { status: undefined }),
      plan: addressWith(address, { plan: undefined }),
    },
  };
  const plan = data.plans.find(({ id }) => id === address.plan)?.name;
  return { ...data, address, to, plan, rights: rightsOf(ctx) };
}

function choices<Value extends string>(values: Value[], toOf: (value: Value) => string) {
  return values.map((value) => ({ value, to: toOf(value) }));
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("resellers");
  const { address, to, plan, rows, overview, paging, rights } = loaderData;
  const { q, cursor: _, ...keep } = address;
  const filters = [
    {
      by: "type" as const,
      label: t("filter.type"),
      applied: address.type && { words: t(`type.${address.type}`), removeTo: to.without.type },
      choices: to.types.map(({ value, to }) => ({ words: t(`type.${value}`), to })),
    },
    {
      by: "plan" as const,
      label: t("filter.plan"),
      isData: true,
      applied: plan ? { words: plan, removeTo: to.without.plan } : undefined,
      choices: to.plans,
    },
    {
      by: "status" as const,
      label: t("filter.status"),
      applied: address.status && { words: t(`status.${address.status}`), removeTo: to.without.status },
      choices: to.statuses.map(({ value, to }) => ({ words: t(`status.${value}`), to })),
    },
  ];
  const sort = address.sort ?? "-joined";
  const order = sort.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return (
    <ResellersList
      overview={overview}
      rows={rows}
      view={{ query: q ?? "", filters, keep, clearTo: "/resellers" }}
      sort={{
        name: { to: to.sortName, now: sort.endsWith("name") ? order : undefined },
        joined: { to: to.sortJoined, now: sort.endsWith("joined") ? order : undefined },
      }}
      paging={paging}
      rights={rights}
    >
      <Outlet />
    </ResellersList>
  );
}
