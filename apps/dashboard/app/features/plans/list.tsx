import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/list";
import { Catalogue } from "./catalogue-screen.tsx";
import { plansAt, readPlansAddress } from "./list-address.server.ts";
import { PlansList } from "./list-screen.tsx";
import type { PlanFilter } from "./list-toolbar.tsx";
import { sellsOwnPlans } from "./rights.server.ts";
import { rowOf } from "./summary.server.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.list");
  const address = readPlansAddress(request);
  const { q: search, ...asked } = address;
  const [own, page] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [await sellsOwnPlans(ctx, ask), await ask(listPlans, { ...asked, search, limit: perPage })] as const,
    ),
    request,
  );
  const choices = (by: PlanFilter["by"], values: string[]): PlanFilter => {
    const applied = address[by];
    return {
      by,
      applied: applied && { value: applied, removeTo: plansAt(address, { [by]: undefined }) },
      choices: values.map((value) => ({ value, to: plansAt(address, { [by]: value }) })),
    };
  };
  const ofAgency = faceOf(ctx) === "agency";
  return {
    own,
    ofAgency,
    rows: page.plans.map((plan) => rowOf(plan, page.includedTaxBps)),
    includedTaxBps: page.includedTaxBps,
    pinned: page.pinned && {
      ...{ name: page.pinned.name, terms: page.pinned.terms },
      includedTaxBps: page.pinned.includedTaxBps,
    },
    address,
    filters: [
      choices("state", ["live", "unpublished", "archived"]),
      ...(ofAgency ? [choices("visibility", ["all", "chosen", "none"])] : []),
    ],
    sortTo: plansAt(address, { sort: address.sort === "-name" ? undefined : "-name" }),
    csvTo: plansAt(address, {}, "/plans.csv"),
    paging: {
      perPage,
      next: page.next ? plansAt(address, { cursor: page.next }) : undefined,
      previous: page.previous ? plansAt(address, { cursor: page.previous }) : undefined,
    },
    mayCreate: own && may(ctx.actor, "plan.create"),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { own, rows, ...list } = loaderData;
  if (!own) return <Catalogue plans={rows} />;
  return <PlansList {...list} rows={rows} />;
}
