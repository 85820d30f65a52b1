import { listCommissions } from "@tenantry/core/commissions/list";
import { summarizeCommissions } from "@tenantry/core/commissions/summary";
import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { listResellers } from "@tenantry/core/resellers/list";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { commissionsView, path, readCommissionsAddress } from "./list-address.server.ts";
import { CommissionsList } from "./list-screen.tsx";

const perPage = 25;

/** More resellers than this are not offered in one menu. */
const mostResellers = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "commission.list");
  const { address, question } = readCommissionsAddress(request, tenant);
  const ofAgency = tenant.kind === "agency";
  const offers = ofAgency && may(ctx.actor, "reseller.list");
  const { commissions, totals, resellers, ...ends } = await load(
    readTogether(ctx, async (ask) => ({
      ...(await ask(listCommissions, { ...question, limit: perPage })),
      ...(await ask(summarizeCommissions, { resellerId: question.resellerId })),
      resellers: offers
        ? (await ask(listResellers, { type: "commission", sort: "name", limit: mostResellers })).resellers
        : [],
    })),
    request,
  );
  const known = [...resellers, ...commissions.flatMap(({ reseller }) => reseller ?? [])];
  const earners = [...new Map(known.map(({ id, name }) => [id, { id, name }])).values()];
  const stateTo = (state: string) => listAddressWith(path, { reseller: address.reseller }, { state });
  return {
    ofAgency,
    rows: commissions,
    totals,
    totalsTo: { pending: stateTo("pending"), payable: stateTo("payable"), disputed: stateTo("disputed") },
    view: commissionsView(
      address,
      earners,
      commissions.map(({ customer }) => customer),
    ),
    at: sortLinks(path, address, address.sort ?? "-at", "at"),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <CommissionsList {...loaderData} />;
}
