import { listAudit } from "@tenantry/core/audit/list";
import { may } from "@tenantry/core/kernel/authorize";
import { hasResellers, requireVerb, signedIn } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/list";
import { auditActions } from "./actions.server.ts";
import { readAuditAddress } from "./list-address.server.ts";
import { AuditLog } from "./list-screen.tsx";

const path = "/settings/audit";
const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user, tenant } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "audit.list");
  const { address, question } = readAuditAddress(request);
  const { entries, ...ends } = await load(listAudit(ctx, { ...question, limit: perPage }), request);
  const { q = "", action = "", from = "", to = "", beneath } = address;
  const parts = hasResellers(tenant) && tenant.kind !== "agency";
  return {
    open: openPages(user, ctx.tenant),
    entries: entries.map(({ before: _, after: __, requestId: ___, ...row }) => row),
    filter: { q, action, from, to },
    part: parts ? (beneath ? ("beneath" as const) : ("own" as const)) : undefined,
    actions: auditActions(),
    exportTo: listAddressWith(`${path}.csv`, address, {}),
    chainTo: may(user, "audit.verify") ? `${path}/chain` : undefined,
    at: sortLinks(path, address, address.sort ?? "-at", "at"),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <AuditLog {...loaderData} />;
}
