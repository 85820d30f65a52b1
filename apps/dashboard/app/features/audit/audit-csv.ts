import { listAudit } from "@tenantry/core/audit/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/audit-csv";
import { readAuditAddress } from "./list-address.server.ts";

const columns = [
  ...([
    "at",
    "actorKind",
    "actor",
    "action",
    "objectKind",
    "object",
    "ip",
    "host",
    "request",
    "before",
  ] as const),
  "after" as const,
];

/** The entries of the address's filters, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "audit.list");
  const { question } = readAuditAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`audit:file.${column}`));
  return csvFile("audit-log", head, async (cursor) => {
    const { entries, next } = await load(listAudit(ctx, { ...question, cursor, limit: 100 }));
    const rows = entries.map(({ at, actor, action, object, ip, host, requestId, before, after }) => [
      ...[at, t(`audit:actor.${actor.kind}`), actor.name ?? actor.id, action, object.kind, object.id],
      ...[ip, host, requestId, before && JSON.stringify(before), after && JSON.stringify(after)],
    ]);
    return { rows, next };
  });
}
