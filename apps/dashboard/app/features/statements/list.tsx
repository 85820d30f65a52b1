import { listStatements } from "@tenantry/core/statements/list";
import { redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { monthView, path, readStatementsAddress } from "./address.server.ts";
import { StatementsList } from "./list-screen.tsx";

const perPage = 25;

/** Every reseller's sums of a month; a reseller has one statement, its own. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "statement.list");
  const { address, question } = readStatementsAddress(request);
  if (tenant.kind === "reseller")
    throw redirect(listAddressWith(`${path}/${tenant.accountId}`, {}, { month: address.month }));
  const { statements, month, ...ends } = await load(
    listStatements(ctx, { ...question, limit: perPage }),
    request,
  );
  return {
    rows: statements,
    view: monthView(path, month, ctx, { q: address.q, sort: address.sort }),
    query: address.q ?? "",
    sorts: {
      name: sortLinks(path, address, address.sort ?? "name", "name"),
      closing: sortLinks(path, address, address.sort ?? "name", "closing"),
    },
    keep: { month: address.month, sort: address.sort },
    exportTo: listAddressWith(`${path}.csv`, address, { month }),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <StatementsList {...loaderData} />;
}
