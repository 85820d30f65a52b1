import "../../words/distributors.ts";
import { Plus } from "lucide-react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { type DistributorSort, useDistributorColumns } from "./columns.tsx";
import type { DistributorRow, DistributorStatus } from "./types.ts";

interface DistributorsListProps {
  rows: DistributorRow[];
  view: ListView;
  sort: DistributorSort;
  paging: PagingLinks;
  mayCreate: boolean;
}

export function DistributorsList({ rows, view, sort, paging, mayCreate }: DistributorsListProps) {
  const { t } = useWords(["distributors", "common"]);
  const { columns, looks } = useDistributorColumns(sort);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  const create = mayCreate && (
    <ButtonLink to="/distributors/new" kind="pri" icon={Plus}>
      {t("create.action")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ words: t("common:nav.partners") }]} actions={create} />
      <main className="body" id="main">
        {(rows.length > 0 || narrowed) && (
          <ListToolbar
            view={view}
            search={{ label: t("list.search"), placeholder: t("list.searchHint") }}
            filter={{
              label: t("column.status"),
              words: (value) => t(`status.${value as DistributorStatus}`),
            }}
          />
        )}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.id}
              rowClass={(row) => (row.status === "active" ? undefined : "off")}
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
            action={mayCreate && <ButtonLink to="/distributors/new">{t("list.empty.action")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}
