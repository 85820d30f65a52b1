import { usageQuarantine } from "@tenantry/core/usage/index";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/quarantine";
import { quarantinePath, readQuarantineAddress, reasons } from "./quarantine-address.server.ts";
import { Quarantine } from "./quarantine-screen.tsx";

const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "usage.quarantine");
  const { address, question } = readQuarantineAddress(request);
  const { events, ...ends } = await load(usageQuarantine(ctx, { ...question, limit: perPage }), request);
  return {
    events,
    view: viewOf(quarantinePath, address, "reason", reasons),
    received: sortLinks(quarantinePath, address, address.sort ?? "-received", "received"),
    paging: pagingOf(quarantinePath, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Quarantine {...loaderData} />;
}
