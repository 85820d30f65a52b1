import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Margin } from "./types.ts";

/** Price, cost and what is left, where both are known. */
export function MarginTable({ margins }: { margins: Margin[] }) {
  const { t } = useWords("plans");
  const format = useFormat();
  if (margins.length === 0) return null;
  return (
    <>
      <p className="pad gap-top muted small">{t("detail.marginAbout")}</p>
      <CellsTable
        caption={t("margin.caption")}
        columns={[
          { head: t("margin.of"), cell: (row) => t(`interval.${row.interval}`) },
          {
            head: t("margin.cost"),
            cell: (row) => format.money(row.costMinor, row.currency),
            right: true,
          },
          {
            head: t("margin.price"),
            cell: (row) => format.money(row.amountMinor, row.currency),
            right: true,
          },
          {
            head: t("margin.margin"),
            cell: (row) => <b>{format.money(row.marginMinor, row.currency)}</b>,
            right: true,
          },
        ]}
        rows={margins}
        rowId={({ currency, interval }) => `${currency} ${interval}`}
      />
    </>
  );
}
