import "../../words/reports.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { listReport } from "@tenantry/core/reports/list";
import { data } from "react-router";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/revenue-csv";
import { readReportAddress } from "./address.server.ts";

const columns = [
  ...(["currency", "net", "tax", "creditedNet", "creditedTax", "revenue", "paid"] as const),
  ...(["commission", "margin", "mrr"] as const),
];

/** The rows of the address's days, all pages; amounts as plain decimals. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "report.list");
  const { question, range, wrong } = readReportAddress(request, { ...ctx, tenant });
  // Nobody sees on a file that it is about other days.
  if (wrong) throw data(null, { status: 404 });
  const t = wordsFor(request, ctx);
  const head = [
    t(`reports:column.${question.by ?? "customer"}`),
    ...columns.map((name) => t(`reports:column.${name}`)),
  ];
  return csvFile("reports", head, async (cursor) => {
    const asked = { ...question, from: range.from, to: range.to, cursor, limit: 100 };
    const { rows, next } = await load(listReport(ctx, asked));
    return {
      rows: rows.map(({ name, direct, currency, ...row }) => {
        const amount = (minor: number | null) =>
          minor === null ? null : toDecimal({ currency, amountMinor: BigInt(minor) });
        return [
          ...[
            direct ? t("reports:accounts.direct") : name,
            currency,
            amount(row.netMinor),
            amount(row.taxMinor),
          ],
          ...[amount(-row.creditedNetMinor), amount(-row.creditedTaxMinor), amount(row.revenueMinor)],
          ...[amount(row.paidMinor), amount(row.commissionMinor), amount(row.marginMinor)],
          amount(row.mrrMinor),
        ];
      }),
      next,
    };
  });
}
