import "../../words/distributors.ts";
import { listDistributors } from "@tenantry/core/distributors/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/list-csv";
import { readDistributorsAddress, statusOf } from "./list-address.server.ts";

const columns = ["name", "code", "email", "country", "resellers", "maximum", "joined", "status"] as const;

/** The distributors of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.list");
  const { question } = readDistributorsAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`distributors:column.${column}`));
  return csvFile("distributors", head, async (cursor) => {
    const { distributors, next } = await load(listDistributors(ctx, { ...question, cursor, limit: 100 }));
    const rows = distributors.map((row) => [
      ...[row.name, row.code, row.email, row.country, row.resellers, row.maximum, row.joinedAt],
      t(`distributors:status.${statusOf(row)}`),
    ]);
    return { rows, next };
  });
}
