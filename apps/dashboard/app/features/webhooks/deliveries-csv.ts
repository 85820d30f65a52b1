import "../../words/webhooks.ts";
import { listDeliveries } from "@tenantry/core/webhooks/list-deliveries";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/deliveries-csv";
import { readDeliveriesAddress } from "./deliveries-address.server.ts";

const columns = [
  "message",
  "type",
  "about",
  "state",
  "created",
  "attempts",
  "next",
  "status",
  "failure",
] as const;

/** An endpoint's messages of the address's filters, all pages. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook-delivery.list");
  const { question } = readDeliveriesAddress(request, params.id);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`webhooks:delivery.column.${column}`));
  return csvFile("webhook-deliveries", head, async (cursor) => {
    const { deliveries, next } = await load(listDeliveries(ctx, { ...question, cursor, limit: 100 }));
    const rows = deliveries.map((row) => [
      ...[row.messageId, row.type, row.about?.name, t(`webhooks:delivery.state.${row.state}`), row.createdAt],
      ...[row.attempts, row.nextAttemptAt, row.lastStatus],
      row.lastFailure && t(`webhooks:failure.${row.lastFailure}`),
    ]);
    return { rows, next };
  });
}
