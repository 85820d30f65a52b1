import "../../words/operator.ts";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type AgencySort, useAgencyColumns } from "./agency-columns.tsx";
import { isNarrowed, ListToolbar, type ListView } from "./list-toolbar.tsx";
import type { AgencyRow } from "./types.ts";

export interface AgenciesProps {
  agencies: AgencyRow[];
  view: ListView;
  sort: AgencySort;
  paging: PagingLinks;
  /** The confirmation over the list. */
  children?: ReactNode;
}

export function Agencies({ agencies, view, sort, paging, children }: AgenciesProps) {
  const { t } = useWords("operator");
  const { columns, looks } = useAgencyColumns(sort);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  const create = (
    <ButtonLink to="/agencies/new" kind="pri" icon={Plus}>
      {t("agencies.create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("agencies.title")} actions={create} />
      <main className="body" id="main">
        {(agencies.length > 0 || narrowed) && (
          <ListToolbar
            view={view}
            search={{ label: t("agencies.search"), placeholder: t("agencies.searchHint") }}
            filter={{
              label: t("agencies.column.status"),
              words: (value) => t(`agencies.status.${value as AgencyRow["status"]}`),
            }}
          />
        )}
        {agencies.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={agencies}
              rowId={(row) => row.id}
              rowClass={(row) => (row.status === "suspended" ? "off" : undefined)}
              caption={t("agencies.caption")}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("agencies.noMatch.title")}
            about={t("agencies.noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("list.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("agencies.empty.title")}
            about={t("agencies.empty.about")}
            action={<ButtonLink to="/agencies/new">{t("agencies.empty.action")}</ButtonLink>}
          />
        )}
        {children}
      </main>
    </>
  );
}
