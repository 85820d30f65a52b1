import "../../words/commissions.ts";
import "../../words/payouts.ts";
import { listCommissions } from "@tenantry/core/commissions/list";
import { rateAsTyped } from "@tenantry/core/commissions/typed-rate";
import { toDecimal } from "@tenantry/core/kernel/money";
import { readPayout } from "@tenantry/core/payouts/read";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/lines-csv";

const columns = ["at", "customer", "invoice", "line", "base", "rate", "reason", "share", "currency"];

/** The lines of a payout, all pages: they add up to its amount. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "payout.read");
  const { id: payoutId } = params;
  const { code, currency } = await load(readPayout(ctx, { id: payoutId }));
  const t = wordsFor(request, ctx);
  const amount = (minor: number) => toDecimal({ currency, amountMinor: BigInt(minor) });
  return csvFile(
    code,
    columns.map((column) => t(`payouts:column.${column}`)),
    async (cursor) => {
      const question = { payoutId, outcome: "all" as const, sort: "at" as const, limit: 100 };
      const { commissions, next } = await load(listCommissions(ctx, { ...question, cursor }));
      const rows = commissions.map(({ at, customer, invoice, baseMinor, rateBps, reason, amountMinor }) => [
        ...[at, customer.name, invoice.code, invoice.position, amount(baseMinor)],
        rateBps === null ? null : `${rateAsTyped(rateBps)}%`,
        ...[t(`commissions:reason.${reason}`), amount(amountMinor), currency],
      ]);
      return { rows, next };
    },
  );
}
