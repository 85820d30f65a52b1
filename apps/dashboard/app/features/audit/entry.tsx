import { readAudit } from "@tenantry/core/audit/read";
import { type Face, faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/entry";
import { changesOf } from "./changes.server.ts";
import { AuditEntry } from "./entry-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "audit.read");
  const { before, after, ...entry } = await load(readAudit(ctx, { id: params.id }));
  const { kind, id } = entry.object;
  return { entry, changes: changesOf(before, after), objectTo: pageOfObject(faceOf(ctx), kind, id) };
}

/** The page of the record an entry is about, where it has one on this host. */
function pageOfObject(face: Face, kind: string, id: string): string | undefined {
  if (kind === "reseller") return face === "agency" ? `/resellers/${id}` : undefined;
  if (kind === "webhook") return `/settings/webhooks/${id}`;
  return kind === "webhook-delivery" ? `/settings/webhook-deliveries/${id}` : undefined;
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <AuditEntry {...loaderData} />;
}
