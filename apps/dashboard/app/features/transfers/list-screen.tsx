import "../../words/transfers.ts";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { Transfer } from "./types.ts";

interface TransfersListProps {
  rows: Transfer[];
  paging: PagingLinks;
  ofAgency: boolean;
}

export function TransfersList({ rows, paging, ofAgency }: TransfersListProps) {
  const { t } = useWords(["transfers", "common"]);
  const format = useFormat();
  const customers = t(ofAgency ? "common:nav.customers" : "common:nav.myCustomers");
  const name = (row: Transfer, side: "giver" | "receiver") =>
    row[side].name === "" ? (
      <span className="muted">{t("unnamed")}</span>
    ) : (
      <span className="clip" translate="no">
        {row[side].name}
      </span>
    );
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ words: customers, to: "/customers" }]} />
      <main className="body" id="main">
        <p className="help gap-bottom">{t("about")}</p>
        {rows.length === 0 ? (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        ) : (
          <>
            <Card title={t("caption")}>
              <CellsTable
                caption={t("caption")}
                columns={[
                  {
                    head: t("column.customer"),
                    cell: (row) => (
                      <Link className="clip" to={`/transfers/${row.id}`} translate="no">
                        {row.customer.name}
                      </Link>
                    ),
                  },
                  { head: t("column.from"), cell: (row) => name(row, "giver") },
                  { head: t("column.to"), cell: (row) => name(row, "receiver") },
                  {
                    head: t("column.state"),
                    cell: (row) => <StateBadge state={row.state} />,
                    width: "w-200",
                  },
                  {
                    head: t("column.asked"),
                    cell: (row) => <time dateTime={row.requestedAt}>{format.date(row.requestedAt)}</time>,
                    width: "w-116",
                  },
                  {
                    head: t("column.due"),
                    cell: ({ dueAt }) => (dueAt ? format.date(dueAt) : <span className="muted">–</span>),
                    width: "w-132",
                  },
                ]}
                rows={rows}
                rowId={({ id }) => id}
              />
            </Card>
            <Paging {...paging} />
          </>
        )}
      </main>
    </>
  );
}
