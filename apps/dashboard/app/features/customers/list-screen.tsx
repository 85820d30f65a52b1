import "../../words/customers.ts";
import { Plus, Upload } from "lucide-react";
import { Link, useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type CustomerSort, useCustomerColumns } from "./columns.tsx";
import { type CustomersView, ListToolbar } from "./list-toolbar.tsx";
import type { CustomerRights, CustomerRow } from "./types.ts";

interface CustomersListProps {
  rows: CustomerRow[];
  view: CustomersView;
  sort: CustomerSort;
  paging: PagingLinks;
  rights: CustomerRights;
  /** The form for another one, under the reseller that the list is narrowed to. */
  addTo: string;
  /** Which of a partner's two views it is (D-10); undefined for the agency, which has one. */
  of?: "org" | "own";
}

export function CustomersList({ rows, view, sort, paging, rights, addTo, of }: CustomersListProps) {
  const { t } = useWords("customers");
  const { columns, looks } = useCustomerColumns(sort, rights);
  const { state, location } = useNavigation();
  const narrowed = view.query !== "" || view.filters.some(({ applied }) => applied);
  const title = t(rights.ofAgency ? "title" : of === "org" ? "view.org" : "titleOwn");
  const add = (
    <>
      {rights.move && <ButtonLink to="/transfers">{t("moves")}</ButtonLink>}
      {rights.create && (
        <ButtonLink to="/customers/import" icon={Upload} className="hide">
          {t("import")}
        </ButtonLink>
      )}
      {rights.create && (
        <ButtonLink to={addTo} kind="pri" icon={Plus}>
          {t("create.action")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={title} actions={add} />
      {of && <ViewSwitch of={of} />}
      <main className="body" id="main">
        {of !== "org" && (rows.length > 0 || narrowed) && <ListToolbar view={view} />}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.id}
              rowClass={(row) => (row.status === "active" ? undefined : "off")}
              caption={title}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            {of !== "org" && <Paging {...paging} />}
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
            about={t(rights.ofAgency ? "list.empty.about" : "list.empty.aboutOwn")}
            action={rights.create && <ButtonLink to={addTo}>{t("list.empty.action")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}

function ViewSwitch({ of }: { of: "org" | "own" }) {
  const { t } = useWords("customers");
  const views = [
    { name: "org", to: "/customers?view=org" },
    { name: "own", to: "/customers" },
  ] as const;
  return (
    <nav className="tabs" aria-label={t("view.label")}>
      {views.map(({ name, to }) => (
        <Link key={name} to={to} aria-current={name === of ? "page" : undefined}>
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
