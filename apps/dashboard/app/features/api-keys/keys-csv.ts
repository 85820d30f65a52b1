import "../../words/keys.ts";
import { listApiKeys } from "@tenantry/core/api-keys/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/keys-csv";
import { readKeysAddress } from "./list-address.server.ts";

/** The keys of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.list");
  const { question } = readKeysAddress(request);
  const t = wordsFor(request, ctx);
  const columns = [
    "name",
    "prefix",
    "scopes",
    "created",
    "maker",
    "expires",
    "used",
    "address",
    "state",
  ] as const;
  const head = columns.map((column) => t(`keys:file.${column}`));
  return csvFile("api-keys", head, async (cursor) => {
    const { keys, next } = await load(listApiKeys(ctx, { ...question, cursor, limit: 100 }));
    const rows = keys.map((key) => [
      ...[key.name, key.prefix, key.scopes.join(" "), key.createdAt, key.createdByName],
      ...[key.expiresAt, key.lastUsedAt, key.lastUsedIp, t(`keys:state.${key.state}`)],
    ]);
    return { rows, next };
  });
}
