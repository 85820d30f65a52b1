import "../../words/commissions.ts";
import "../../words/payouts.ts";
import { Link } from "react-router";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PayoutLine } from "./types.ts";

/** The commissions that a payout is made of. */
export function LinesTable({ lines, currency }: { lines: PayoutLine[]; currency: string }) {
  const { t } = useWords(["payouts", "commissions"]);
  const format = useFormat();
  const rate = ({ rateBps, reason }: PayoutLine) =>
    [
      rateBps !== null && format.rate(rateBps),
      reason === "refund" && t("commissions:reason.refund").toLowerCase(),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <CellsTable
      caption={t("detail.lines")}
      columns={[
        {
          head: t("column.customer"),
          cell: ({ customer }) => (
            <Link className="clip" to={`/customers/${customer.id}`} title={customer.name} translate="no">
              {customer.name}
            </Link>
          ),
        },
        {
          head: t("column.at"),
          cell: ({ at }) => <time dateTime={at}>{format.date(at)}</time>,
          width: "w-132",
        },
        {
          head: t("column.invoice"),
          cell: ({ invoice }) => (
            <Link className="link mono" to={`/invoices/${invoice.id}`} translate="no">
              {invoice.code}
            </Link>
          ),
          width: "w-148",
        },
        {
          head: t("column.base"),
          cell: ({ baseMinor }) => format.money(baseMinor, currency),
          right: true,
          width: "w-132",
        },
        { head: t("column.rate"), cell: rate, right: true, width: "w-168" },
        {
          head: t("column.share"),
          cell: ({ amountMinor }) => format.money(amountMinor, currency),
          right: true,
          width: "w-132",
        },
      ]}
      rows={lines}
      rowId={({ id }) => id}
    />
  );
}
