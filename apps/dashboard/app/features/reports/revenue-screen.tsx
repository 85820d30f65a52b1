import "../../words/reports.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { AccountsBar } from "./accounts-bar.tsx";
import { useReportColumns } from "./columns.tsx";
import { FigureCards } from "./figure-cards.tsx";
import { MonthsCard } from "./months-card.tsx";
import { RangeBar } from "./range-bar.tsx";
import type { CurrencyReport, Group, RangeView, ReportRow, Sold } from "./types.ts";

interface RevenueReportProps {
  ofAgency: boolean;
  sold: Sold;
  by: Group;
  before: { from: string; to: string };
  currencies: CurrencyReport[];
  rows: ReportRow[];
  view: RangeView;
  sorts: Record<string, ColumnLook["sort"]>;
  paging: PagingLinks;
}

/** What was sold, paid and earned on some days; each number leads to the list it is the sum of. */
export function RevenueReport(props: RevenueReportProps) {
  const { ofAgency, sold, by, before, currencies, rows, view, sorts, paging } = props;
  const { t } = useWords("reports");
  // Commission is the agency's cost on its own sales, and what a reseller gets of what it sold for the agency.
  const earning = (sold === "own") === ofAgency;
  const about = { from: view.from, to: view.to, sold };
  const recurring = rows.some(({ mrrMinor }) => mrrMinor !== null);
  const { columns, looks } = useReportColumns({ about, by, earning, recurring, sorts });
  const { state, location } = useNavigation();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={<ButtonLink to="/reports/leakage">{t("leakage.title")}</ButtonLink>}
      />
      <main className="body" id="main">
        <RangeBar view={view} ofAgency={ofAgency} />
        {view.wrong && <Note>{t("range.wrong")}</Note>}
        {currencies.map((one) => (
          <section key={one.currency} aria-label={t("in", { currency: one.currency })}>
            <FigureCards report={one} about={about} before={before} earning={earning} />
            {one.drawing && <MonthsCard report={one} drawing={one.drawing} about={about} />}
          </section>
        ))}
        {rows.length > 0 ? (
          <>
            <AccountsBar view={view} />
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => `${row.accountId} ${row.currency}`}
              caption={t("accounts.title")}
              busy={state === "loading" && location.pathname === "/reports"}
            />
            <Paging {...paging} />
            <p className="help">{t("about")}</p>
          </>
        ) : (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        )}
      </main>
    </>
  );
}
