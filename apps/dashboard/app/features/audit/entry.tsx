import { readAudit } from "@tenantry/core/audit/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/entry";
import { changesOf } from "./changes.server.ts";
import { AuditEntry } from "./entry-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "audit.read");
  const { before, after, ...entry } = await load(readAudit(ctx, { id: params.id }));
  const { kind, id } = entry.object;
  const objectTo = kind === "reseller" && ctx.tenant?.kind === "agency" ? `/resellers/${id}` : undefined;
  return { entry, changes: changesOf(before, after), objectTo };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <AuditEntry {...loaderData} />;
}
