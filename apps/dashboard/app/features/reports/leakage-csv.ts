import "../../words/reports.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { reportLeakage } from "@tenantry/core/reports/leakage";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/leakage-csv";
import { readLeakageAddress } from "./leakage-address.server.ts";

const columns = [
  ...(["kind", "customer", "reseller", "subscription", "plan", "invoice", "since", "from", "to"] as const),
  ...(["quantity", "billedQuantity", "daysLate", "currency", "amount"] as const),
];

/** What leaks by the address's search and filters, all pages; amounts as plain decimals. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "report.leakage");
  const { question } = readLeakageAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`reports:leakage.column.${column}`));
  return csvFile("leakage", head, async (cursor) => {
    const { leaks, next } = await load(reportLeakage(ctx, { ...question, cursor, limit: 100 }));
    const rows = leaks.map((leak) => {
      const { kind, customer, reseller, subscription, invoice, period, currency } = leak;
      return [
        ...[t(`reports:leakage.kind.${kind}`), customer.name, reseller?.name, subscription?.code],
        ...[subscription?.plan, invoice?.code, leak.since, period?.from, period?.to, leak.quantity],
        ...[leak.billedQuantity, leak.daysLate, currency],
        toDecimal({ currency, amountMinor: BigInt(leak.amountMinor) }),
      ];
    });
    return { rows, next };
  });
}
