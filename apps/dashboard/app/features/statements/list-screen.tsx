import "../../words/statements.ts";
import { Download } from "lucide-react";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MonthLinks } from "./month-links.tsx";
import type { MonthView, StatementRow } from "./types.ts";

interface StatementsListProps {
  rows: StatementRow[];
  view: MonthView;
  exportTo: string;
  paging: PagingLinks;
}

/** What resellers were owed in a month, a line for each reseller and currency. */
export function StatementsList({ rows, view, exportTo, paging }: StatementsListProps) {
  const { t } = useWords("statements");
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body" id="main">
        <div className="tools">
          <MonthLinks view={view} />
          <a className="btn sp" href={exportTo} download>
            <Icon of={Download} />
            {t("csv")}
          </a>
        </div>
        {rows.length > 0 ? (
          <>
            <Card title={t("owed")}>
              <Sums rows={rows} month={view.month} />
            </Card>
            <Paging {...paging} />
          </>
        ) : (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        )}
      </main>
    </>
  );
}

const sums = ["opening", "earned", "takenBack", "adjusted", "paidOut", "cameBack", "closing"] as const;

function Sums({ rows, month }: { rows: StatementRow[]; month: string }) {
  const { t } = useWords("statements");
  const format = useFormat();
  return (
    <CellsTable
      caption={t("title")}
      columns={[
        {
          head: t("column.reseller"),
          cell: ({ reseller }) => (
            <Link
              className="clip"
              to={`/statements/${reseller.id}?month=${month}`}
              title={reseller.name}
              translate="no"
            >
              {reseller.name}
            </Link>
          ),
          width: "w-200",
        },
        ...sums.map((sum) => ({
          head: t(`column.${sum}`),
          cell: (row: StatementRow) => format.money(row[`${sum}Minor`], row.currency),
          right: true,
          width: "w-116",
        })),
      ]}
      rows={rows}
      rowId={({ reseller, currency }) => `${reseller.id} ${currency}`}
    />
  );
}
