import "../../words/statements.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { listStatements } from "@tenantry/core/statements/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readStatementsAddress } from "./address.server.ts";

const sums = ["opening", "earned", "takenBack", "adjusted", "paidOut", "cameBack", "closing"] as const;

/** Every reseller's sums of a month, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "statement.list");
  const { question } = readStatementsAddress(request);
  const t = wordsFor(request, ctx);
  const head = ["reseller", "currency", ...sums].map((column) => t(`statements:column.${column}`));
  return csvFile("statements", head, async (cursor) => {
    const { statements, next } = await load(listStatements(ctx, { ...question, cursor, limit: 100 }));
    const rows = statements.map((row) => [
      ...[row.reseller.name, row.currency],
      ...sums.map((sum) => toDecimal({ currency: row.currency, amountMinor: BigInt(row[`${sum}Minor`]) })),
    ]);
    return { rows, next };
  });
}
