import "../../words/features.ts";
import { listFeatureAccounts } from "@tenantry/core/features/list-accounts";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/accounts-csv";
import { readAccountsAddress } from "./list-address.server.ts";

const columns = ["account", "code", "type", "has", "reason"] as const;

/** Who has a feature and why, by the address's search and filter, all pages. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.list-accounts");
  const { question } = readAccountsAddress(request, params.id);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`features:column.${column}`));
  return csvFile("feature-accounts", head, async (cursor) => {
    const { accounts, next } = await load(listFeatureAccounts(ctx, { ...question, cursor, limit: 100 }));
    const rows = accounts.map(({ name, code, type, has, reason }) => [
      ...[name, code, type && t(`resellers:type.${type}`)],
      ...[t(`features:has.${has ? "yes" : "no"}`), t(`features:reason.${reason}`)],
    ]);
    return { rows, next };
  });
}
