import { readTogether } from "@tenantry/core/kernel/together";
import { listTransfers } from "@tenantry/core/transfers/list";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { readListAddress } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { TransfersList } from "./list-screen.tsx";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "transfer.list");
  const address = readListAddress(request, {});
  const page = await load(
    readTogether(ctx, (ask) => ask(listTransfers, { cursor: address.cursor, limit: perPage })),
    request,
  );
  return {
    rows: page.transfers,
    paging: pagingOf("/transfers", address, perPage, page),
    ofAgency: tenant.kind === "agency",
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <TransfersList {...loaderData} />;
}
