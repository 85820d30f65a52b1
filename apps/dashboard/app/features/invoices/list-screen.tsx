import "../../words/invoices.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useInvoiceColumns } from "./columns.tsx";
import { type InvoicesView, ListToolbar } from "./list-toolbar.tsx";
import type { InvoiceRow } from "./types.ts";

interface InvoicesListProps {
  rows: InvoiceRow[];
  showsNet: boolean;
  view: InvoicesView;
  issued: ColumnLook["sort"];
  paging: PagingLinks;
}

/** Invoices and credit notes, of everything sold by whoever looks or to its customers. */
export function InvoicesList({ rows, showsNet, view, issued, paging }: InvoicesListProps) {
  const { t } = useWords("invoices");
  const sellersDiffer = rows.some(({ own }) => !own);
  const { columns, looks } = useInvoiceColumns(issued, { seller: sellersDiffer, net: showsNet });
  const { state, location } = useNavigation();
  const narrowed = view.query !== "" || view.filters.some(({ applied }) => applied);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={<ButtonLink to="/subscriptions">{t("list.subscriptions")}</ButtonLink>}
      />
      <main className="body" id="main">
        {(rows.length > 0 || narrowed) && <ListToolbar view={view} />}
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
            about={t("list.noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("list.noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("list.empty.title")}
            about={t("list.empty.about")}
            action={<ButtonLink to="/customers">{t("list.empty.action")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}
