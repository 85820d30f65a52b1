import "../../words/webhooks.ts";
import { listWebhooks } from "@tenantry/core/webhooks/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/webhooks-csv";
import { readWebhooksAddress } from "./list-address.server.ts";

const columns = ["url", "description", "events", "state", "created", "arrived", "failed"] as const;

/** The endpoints of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.list");
  const { question } = readWebhooksAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`webhooks:column.${column}`));
  return csvFile("webhooks", head, async (cursor) => {
    const { webhooks, next } = await load(listWebhooks(ctx, { ...question, cursor, limit: 100 }));
    const rows = webhooks.map(({ url, description, eventTypes, state, disabledWhy, ...webhook }) => [
      ...[
        url,
        description,
        eventTypes.join(" "),
        t(`webhooks:${disabledWhy ? `off.${disabledWhy}` : `state.${state}`}`),
      ],
      ...[webhook.createdAt, webhook.lastSuccessAt, webhook.lastFailureAt],
    ]);
    return { rows, next };
  });
}
