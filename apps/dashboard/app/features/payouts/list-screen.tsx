import "../../words/payouts.ts";
import { Plus } from "lucide-react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { usePayoutColumns } from "./columns.tsx";
import { PayoutsToolbar, type PayoutsView } from "./list-toolbar.tsx";
import type { PayoutRights, PayoutRow } from "./types.ts";

interface PayoutsListProps {
  rows: PayoutRow[];
  rights: PayoutRights;
  view: PayoutsView;
  created: ColumnLook["sort"];
  paging: PagingLinks;
}

export function PayoutsList({ rows, rights, view, created, paging }: PayoutsListProps) {
  const { t } = useWords("payouts");
  const { ofAgency } = rights;
  const { columns, looks } = usePayoutColumns(created, ofAgency);
  const { state, location } = useNavigation();
  const narrowed = view.filters.some(({ applied }) => applied);
  const run = (kind?: "pri") => (
    <ButtonLink to="/payouts/new" kind={kind} icon={kind && Plus}>
      {t("new.action")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {rights.statements && <ButtonLink to="/statements">{t("statements")}</ButtonLink>}
            {rights.exchangeRates && <ButtonLink to="/payouts/exchange-rates">{t("rates.title")}</ButtonLink>}
            {rights.bankFile && <ButtonLink to="/payouts/bank-file">{t("bankFile.open")}</ButtonLink>}
            {rights.create && run("pri")}
          </>
        }
      />
      <main className="body" id="main">
        {(rows.length > 0 || narrowed) && <PayoutsToolbar view={view} ofAgency={ofAgency} />}
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
            action={rights.create && run()}
          />
        )}
      </main>
    </>
  );
}
