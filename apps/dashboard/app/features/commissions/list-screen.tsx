import "../../words/commissions.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useCommissionColumns } from "./columns.tsx";
import { CommissionsToolbar, type CommissionsView } from "./list-toolbar.tsx";
import { SummaryCards } from "./summary-cards.tsx";
import type { CommissionRow, CommissionTotals } from "./types.ts";

interface CommissionsListProps {
  ofAgency: boolean;
  rows: CommissionRow[];
  totals: CommissionTotals;
  totalsTo: { pending: string; payable: string; disputed: string };
  view: CommissionsView;
  at: ColumnLook["sort"];
  paging: PagingLinks;
}

export function CommissionsList({
  ofAgency,
  rows,
  totals,
  totalsTo,
  view,
  at,
  paging,
}: CommissionsListProps) {
  const { t } = useWords("commissions");
  const { columns, looks } = useCommissionColumns(at, ofAgency);
  const { state, location } = useNavigation();
  const narrowed = view.filters.some(({ applied }) => applied);
  return (
    <>
      <PageHeader title={t("title")} actions={<ButtonLink to="/statements">{t("statements")}</ButtonLink>} />
      <main className="body" id="main">
        <SummaryCards totals={totals} to={totalsTo} />
        {(rows.length > 0 || narrowed) && <CommissionsToolbar view={view} />}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.id}
              caption={t("title")}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("list.noMatch.title")}
            about={t(ofAgency ? "list.noMatch.about" : "list.noMatch.aboutOwn")}
            action={<ButtonLink to={view.clearTo}>{t("list.noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("list.empty.title")}
            about={t(ofAgency ? "list.empty.about" : "list.empty.aboutOwn")}
          />
        )}
      </main>
    </>
  );
}
