import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPayouts } from "@tenantry/core/payouts/list";
import { listResellers } from "@tenantry/core/resellers/list";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { path, payoutsView, readPayoutsAddress } from "./list-address.server.ts";
import { PayoutsList } from "./list-screen.tsx";
import { rightsOf } from "./rights.server.ts";

const perPage = 25;

/** More resellers than this are not offered in one menu. */
const mostResellers = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "payout.list");
  const { address, question } = readPayoutsAddress(request, tenant);
  const rights = rightsOf(ctx);
  const offers = rights.ofAgency && may(ctx.actor, "reseller.list");
  const { payouts, resellers, ...ends } = await load(
    readTogether(ctx, async (ask) => ({
      ...(await ask(listPayouts, { ...question, limit: perPage })),
      resellers: offers
        ? (await ask(listResellers, { type: "commission", sort: "name", limit: mostResellers })).resellers
        : [],
    })),
    request,
  );
  const known = [...resellers, ...payouts.flatMap(({ reseller }) => reseller ?? [])];
  const payees = [...new Map(known.map(({ id, name }) => [id, { id, name }])).values()];
  return {
    rows: payouts,
    rights,
    view: payoutsView(address, payees),
    created: sortLinks(path, address, address.sort ?? "-created", "created"),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <PayoutsList {...loaderData} />;
}
