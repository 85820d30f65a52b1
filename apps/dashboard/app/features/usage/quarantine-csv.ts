import { usageQuarantine } from "@tenantry/core/usage/index";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/quarantine-csv";
import { readQuarantineAddress } from "./quarantine-address.server.ts";

const columns = ["received", "reason", "event", "source", "meter", "quantity", "account", "at"] as const;

/** The events of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "usage.quarantine");
  const { question } = readQuarantineAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`usage:quarantine.column.${column}`));
  return csvFile("quarantine", head, async (cursor) => {
    const { events, next } = await load(usageQuarantine(ctx, { ...question, cursor, limit: 100 }));
    const rows = events.map(
      ({ receivedAt, reason, eventId, source, meter, quantity, accountId, externalId, at }) => [
        ...[receivedAt, t(`usage:quarantine.reason.${reason}`), eventId, source, meter, quantity],
        ...[accountId ?? externalId, at],
      ],
    );
    return { rows, next };
  });
}
