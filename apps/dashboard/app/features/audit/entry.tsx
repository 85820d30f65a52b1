import { readAudit } from "@tenantry/core/audit/read";
import { type Face, faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/entry";
import { changesOf } from "./changes.server.ts";
import { AuditEntry } from "./entry-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "audit.read");
  const beneath = new URL(request.url).searchParams.get("beneath") === "true";
  const { before, after, ...entry } = await load(readAudit(ctx, { id: params.id, beneath }));
  const { kind, id } = entry.object;
  const objectTo = pageOfObject(beneath ? "agency" : faceOf(ctx), kind, id);
  return {
    entry,
    changes: changesOf(before, after),
    objectTo,
    part: beneath ? ("beneath" as const) : ("own" as const),
  };
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
