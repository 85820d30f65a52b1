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
  const amounts = <Row extends CurrencySum>() => [
    { head: t("money.subscriptions"), cell: (row: Row) => format.number(row.count), right: true },
    { head: t("money.net"), cell: (row: Row) => format.money(row.netMinor, row.currency), right: true },
    { head: t("money.tax"), cell: (row: Row) => format.money(row.taxMinor, row.currency), right: true },
    { head: t("money.total"), cell: (row: Row) => format.money(row.totalMinor, row.currency), right: true },
  ];
  const between = ({ from, to }: CurrencySum) =>
    from === to ? format.day(from) : t("money.range", { from: format.day(from), to: format.day(to) });
  return (
    <>
      <CellsTable
        caption={t("money.title")}
        rows={sums}
        rowId={(row) => row.currency}
        columns={[
          { head: t("money.title"), cell: (row) => row.currency },
          { head: t("money.between"), cell: between },
          ...amounts(),
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
              { head: t("money.day"), cell: (row) => format.day(row.on) },
              { head: t("money.currency"), cell: (row) => row.currency },
              ...amounts<CurrencySum & { on: string }>(),
            ]}
          />
        </details>
      )}
    </>
  );
}
