import { listExchangeRates } from "@tenantry/core/exchange-rates/list";
import { may } from "@tenantry/core/kernel/authorize";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { path, ratesView, readRatesAddress } from "./address.server.ts";
import { ExchangeRates } from "./list-screen.tsx";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "exchange-rate.list");
  const { address, question } = readRatesAddress(request);
  const { rates, ...ends } = await load(listExchangeRates(ctx, { ...question, limit: perPage }), request);
  return {
    rows: rates,
    maySet: may(ctx.actor, "exchange-rate.set"),
    view: ratesView(
      address,
      rates.flatMap(({ from, to }) => [from, to]),
    ),
    set: sortLinks(path, address, address.sort ?? "-set", "set"),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <ExchangeRates {...loaderData}>
      <Outlet />
    </ExchangeRates>
  );
}
