import "../../words/payouts.ts";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SentAmount } from "./sent-amount.tsx";
import type { RunPreview } from "./types.ts";

type Due = RunPreview["due"][number];

/** What each reseller has coming, whether it goes out, and a tick that leaves the reseller out. */
export function DueTable({ run }: { run: RunPreview }) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const { due, exclude, minimumMinor } = run;
  const isFirst = (row: Due) => due.find(({ reseller }) => reseller.id === row.reseller.id) === row;
  const outcome = ({ reseller, left, currency }: Due) => {
    if (exclude.includes(reseller.id)) return t("new.leftOut");
    return left ? t(`new.left.${left}`, { minimum: format.money(minimumMinor, currency) }) : t("new.goes");
  };
  return (
    <CellsTable
      caption={t("new.due")}
      columns={[
        {
          head: t("column.reseller"),
          cell: ({ reseller }) => (
            <span className="clip" title={reseller.name} translate="no">
              {reseller.name}
            </span>
          ),
        },
        { head: t("column.lines"), cell: ({ lines }) => format.number(lines), right: true, width: "w-84" },
        {
          head: t("column.amount"),
          cell: (row) => <SentAmount {...row} />,
          right: true,
          width: "w-132",
        },
        {
          head: t("new.outcome"),
          cell: (row) => <span className="clip">{outcome(row)}</span>,
          width: "w-200",
        },
        {
          head: t("new.leaveOut"),
          // Of its currencies a reseller is left out in all or in none.
          cell: (row) =>
            isFirst(row) && (
              <input
                className="ck"
                type="checkbox"
                name="exclude"
                value={row.reseller.id}
                defaultChecked={exclude.includes(row.reseller.id)}
                aria-label={t("new.leaveOutOf", { name: row.reseller.name })}
              />
            ),
          width: "w-104",
        },
      ]}
      rows={due}
      rowId={({ reseller, currency }) => `${reseller.id} ${currency}`}
    />
  );
}
