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
import { SumsCard } from "./sums-card.tsx";
import type { MonthView, Statement, StatementLine } from "./types.ts";

interface StatementDetailProps {
  statement: Statement;
  lines: StatementLine[];
  ofAgency: boolean;
  view: MonthView;
  files: { csv: string; pdf: string };
  paging: PagingLinks;
}

/** One reseller's month: what it was owed, what happened, and what it was owed then. */
export function StatementDetail({ statement, lines, ofAgency, view, files, paging }: StatementDetailProps) {
  const { t } = useWords("statements");
  const { reseller, payer, currencies } = statement;
  const crumbs = ofAgency ? [{ words: t("title"), to: `/statements?month=${view.month}` }] : [];
  return (
    <>
      <PageHeader
        title={ofAgency ? t("titleOf", { name: reseller.name }) : t("own")}
        crumbs={crumbs}
        actions={
          <a className="btn" href={files.pdf}>
            <Icon of={Download} />
            {t("pdf")}
          </a>
        }
      />
      <main className="body fit" id="main">
        <div className="tools">
          <MonthLinks view={view} />
        </div>
        <p className="help gap-bottom">
          {t("detail.about", { payer, name: reseller.name })} {view.runs && t("detail.running")}
        </p>
        {currencies.length === 0 ? (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        ) : (
          <>
            {currencies.map((sums) => (
              <SumsCard key={sums.currency} sums={sums} />
            ))}
            <Card
              title={t("detail.lines")}
              end={
                <a className="btn sm" href={files.csv} download>
                  <Icon of={Download} />
                  {t("csv")}
                </a>
              }
            >
              {lines.length > 0 ? <Lines lines={lines} /> : <p className="help pad">{t("empty.none")}</p>}
            </Card>
            <Paging {...paging} />
          </>
        )}
      </main>
    </>
  );
}

function Lines({ lines }: { lines: StatementLine[] }) {
  const { t } = useWords("statements");
  const format = useFormat();
  return (
    <CellsTable
      caption={t("detail.lines")}
      columns={[
        {
          head: t("column.day"),
          cell: ({ at }) => <time dateTime={at}>{format.date(at)}</time>,
          width: "w-116",
        },
        { head: t("column.kind"), cell: ({ kind }) => t(`kind.${kind}`), width: "w-132" },
        {
          head: t("column.about"),
          cell: ({ commission, payout }) =>
            commission ? (
              <Link className="link mono" to={`/commissions/${commission.id}`} translate="no">
                {commission.invoice.code}
              </Link>
            ) : (
              payout && (
                <Link className="link mono" to={`/payouts/${payout.id}`} translate="no">
                  {payout.code}
                </Link>
              )
            ),
          width: "w-148",
        },
        {
          head: t("column.customer"),
          cell: ({ commission }) =>
            commission && (
              <span className="clip" title={commission.customer} translate="no">
                {commission.customer}
              </span>
            ),
        },
        {
          head: t("column.amount"),
          cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
          right: true,
          width: "w-132",
        },
      ]}
      rows={lines}
      rowId={({ id }) => id}
    />
  );
}
