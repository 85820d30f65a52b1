import "../../words/statements.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { listStatementLines } from "@tenantry/core/statements/list-lines";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/lines-csv";
import { readStatementAddress } from "./address.server.ts";

const columns = ["day", "kind", "about", "customer", "amount", "currency"] as const;

/** The movements of a statement, all pages: with what was owed at the beginning they add up to what was owed at the end. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "statement.list-lines");
  const { month } = readStatementAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`statements:column.${column}`));
  const name = month ? `statement-${month}` : "statement";
  return csvFile(name, head, async (cursor) => {
    const asked = { resellerId: params.id, month, cursor, limit: 100 };
    const { lines, next } = await load(listStatementLines(ctx, asked));
    const rows = lines.map(({ at, kind, commission, payout, currency, amountMinor }) => [
      ...[at, t(`statements:kind.${kind}`), commission?.invoice.code ?? payout?.code, commission?.customer],
      ...[toDecimal({ currency, amountMinor: BigInt(amountMinor) }), currency],
    ]);
    return { rows, next };
  });
}
