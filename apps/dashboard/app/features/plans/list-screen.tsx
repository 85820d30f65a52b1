import { Plus } from "lucide-react";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { usePlanColumns } from "./columns.tsx";
import { type PlanFilter, PlansToolbar } from "./list-toolbar.tsx";
import { TermsTable } from "./terms-table.tsx";
import type { PlanRow, Terms } from "./types.ts";

export interface PlansListProps {
  ofAgency: boolean;
  rows: PlanRow[];
  /** What a reseller has from its agency. */
  pinned: { name: string; terms: Terms; includedTaxBps: number } | null;
  /** Basis points of tax in the prices of these plans. */
  includedTaxBps: number;
  address: { q?: string; sort?: string; state?: string; visibility?: string; cursor?: string };
  filters: PlanFilter[];
  sortTo: string;
  csvTo: string;
  paging: PagingLinks;
  mayCreate: boolean;
}

/** Plans for those who make them: an agency's, or those of a reseller that sells under its own. */
export function PlansList(props: PlansListProps) {
  const { ofAgency, rows, includedTaxBps, pinned, address, filters, sortTo, csvTo, paging, mayCreate } =
    props;
  const { t } = useWords("plans");
  const { q = "", cursor: _, ...keep } = address;
  const narrowed = q !== "" || filters.some(({ applied }) => applied);
  const order = address.sort === "-name" ? "descending" : "ascending";
  const { columns, looks } = usePlanColumns(
    { to: sortTo, now: address.sort?.endsWith("created") ? undefined : order },
    ofAgency,
    includedTaxBps,
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayCreate && (
            <ButtonLink to="/plans/new" kind="pri" icon={Plus}>
              {t("new")}
            </ButtonLink>
          )
        }
      />
      <main className="body" id="main">
        <p className="help gap-bottom">{t(ofAgency ? "about" : "aboutOwn")}</p>
        {(rows.length > 0 || narrowed) && (
          <PlansToolbar query={q} keep={keep} filters={filters} csvTo={csvTo} />
        )}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.id}
              rowClass={(row) => (row.archivedAt ? "off" : undefined)}
              caption={t("caption")}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("noMatch.title")}
            about={t("noMatch.about")}
            action={<ButtonLink to="/plans">{t("noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("empty.title")}
            about={t(ofAgency ? "empty.about" : "empty.aboutOwn")}
            action={mayCreate && <ButtonLink to="/plans/new">{t("empty.action")}</ButtonLink>}
          />
        )}
        {pinned && (
          <Card
            title={t("pinned.title")}
            about={<span translate="no">{pinned.name}</span>}
            className="gap-top"
          >
            <p className="help pad">{t("pinned.about")}</p>
            <TermsTable terms={pinned.terms} includedTaxBps={pinned.includedTaxBps} />
          </Card>
        )}
      </main>
    </>
  );
}
