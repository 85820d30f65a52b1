import { listAgencies } from "@tenantry/core/agencies/list";
import { Outlet } from "react-router";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/agencies";
import { Agencies } from "./agencies-screen.tsx";

const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const { agencies, next } = await load(listAgencies(ctx, { cursor, limit: perPage }));
  return {
    agencies: agencies.map(({ activated, ...agency }) => ({
      ...agency,
      host: new URL(agency.address).host,
      ownerState: activated ? ("accepted" as const) : ("pending" as const),
    })),
    paging: {
      perPage,
      next: next ? `/agencies?cursor=${encodeURIComponent(next)}` : undefined,
      previous: cursor ? "/agencies" : undefined,
    },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <Agencies {...loaderData}>
      <Outlet />
    </Agencies>
  );
}
