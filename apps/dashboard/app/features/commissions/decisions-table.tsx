import "../../words/commissions.ts";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { CommissionBadge } from "./state-badge.tsx";
import type { Commission, Reader } from "./types.ts";

/** Everything that was decided about a line, the first first; it adds up to what the line brings. */
export function DecisionsTable({ commission, ofAgency }: { commission: Commission } & Reader) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { decisions, currency, totalMinor } = commission;
  return (
    <>
      <CellsTable
        caption={t("detail.decisions")}
        columns={[
          {
            head: t("column.reason"),
            cell: ({ reason, rateBps }) =>
              reason === "rate" && rateBps !== null
                ? `${t("reason.rate")}, ${format.rate(rateBps)}`
                : t(`reason.${reason}`),
          },
          {
            head: t("column.at"),
            cell: ({ at }) => <time dateTime={at}>{format.date(at)}</time>,
            width: "w-132",
          },
          {
            head: t("column.base"),
            cell: ({ baseMinor }) => format.money(baseMinor, currency),
            right: true,
            width: "w-132",
          },
          {
            head: t("column.amount"),
            cell: ({ amountMinor }) => format.money(amountMinor, currency),
            right: true,
            width: "w-132",
          },
          {
            head: t("column.state"),
            cell: (row) => <CommissionBadge row={row} ofAgency={ofAgency} />,
            width: "w-168",
          },
        ]}
        rows={decisions}
        rowId={({ id }) => id}
      />
      <p className="foot num">
        <b className="strong">{t("detail.total", { amount: format.money(totalMinor, currency) })}</b>
      </p>
    </>
  );
}
