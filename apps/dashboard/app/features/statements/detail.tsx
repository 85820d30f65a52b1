import { readTogether } from "@tenantry/core/kernel/together";
import { listStatementLines } from "@tenantry/core/statements/list-lines";
import { readStatement } from "@tenantry/core/statements/read";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/detail";
import { monthView, path, readStatementAddress } from "./address.server.ts";
import { StatementDetail } from "./detail-screen.tsx";

const perPage = 50;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "statement.read");
  const { month, cursor } = readStatementAddress(request);
  const asked = { resellerId: params.id, month };
  const { statement, lines, ...ends } = await load(
    readTogether(ctx, async (ask) => ({
      statement: await ask(readStatement, asked),
      ...(await ask(listStatementLines, { ...asked, cursor, limit: perPage })),
    })),
    request,
  );
  const own = `${path}/${params.id}`;
  const file = (name: string) => listAddressWith(`${own}/${name}`, {}, { month: statement.month });
  return {
    ...{ statement, lines, ofAgency: tenant.kind === "agency" },
    view: monthView(own, statement.month, ctx),
    files: { csv: file("lines.csv"), pdf: file("statement.pdf") },
    paging: pagingOf(own, { month, cursor }, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <StatementDetail {...loaderData} />;
}
