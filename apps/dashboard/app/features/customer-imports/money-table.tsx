import "../../words/customer-imports.ts";
import { Table2 } from "lucide-react";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CurrencySum, Totals } from "./types.ts";

/** What is invoiced first: in sum for each currency, and day by day. Currencies are never added. */
export function MoneyTable({ sums, firsts }: { sums: CurrencySum[]; firsts: Totals["firsts"] }) {
  const { t } = useWords("customer-imports");
  const format = useFormat();
  const amount = (of: "netMinor" | "taxMinor" | "totalMinor") => (row: CurrencySum) => (
    <span translate="no">{format.money(row[of], row.currency)}</span>
  );
  const amounts = [
    { head: t("money.subscriptions"), cell: (row: CurrencySum) => format.number(row.count), right: true },
    { head: t("money.net"), cell: amount("netMinor"), right: true },
    { head: t("money.tax"), cell: amount("taxMinor"), right: true },
    { head: t("money.total"), cell: amount("totalMinor"), right: true },
  ];
  const currency = (row: CurrencySum) => <span translate="no">{row.currency}</span>;
  const day = ({ from }: CurrencySum) => <time dateTime={from}>{format.day(from)}</time>;
  const between = (row: CurrencySum) =>
    row.from === row.to ? day(row) : t("money.range", { from: format.day(row.from), to: format.day(row.to) });
  return (
    <>
      <CellsTable
        caption={t("money.title")}
        rows={sums}
        rowId={(row) => row.currency}
        columns={[
          { head: t("money.title"), cell: currency },
          { head: t("money.between"), cell: between },
          ...amounts,
        ]}
      />
      {firsts.length > sums.length && (
        <details className="tw">
          <summary>
            <Icon of={Table2} />
            {t("money.byDay")}
          </summary>
          <CellsTable
            caption={t("money.byDay")}
            rows={firsts.map((row) => ({ ...row, from: row.on, to: row.on }))}
            rowId={(row) => `${row.currency} ${row.on}`}
            columns={[
              { head: t("money.day"), cell: day },
              { head: t("money.currency"), cell: currency },
              ...amounts,
            ]}
          />
        </details>
      )}
    </>
  );
}
