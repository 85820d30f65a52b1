import { Download, Plus, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Attention, type AttentionItem } from "../attention/attention.tsx";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { type SortLinks, useResellerColumns } from "./columns.tsx";
import { ListToolbar, type ListView } from "./list-toolbar.tsx";
import { OverviewCards, type OverviewProps } from "./overview-cards.tsx";
import { type ListedReseller, letsPeopleIn, type ResellerRights } from "./types.ts";

export interface ResellersListProps {
  attention: AttentionItem[];
  overview: OverviewProps;
  /** An upline's, below its cards. */
  room?: { resellers: number; maximum: number | null };
  rows: ListedReseller[];
  view: ListView;
  sort: SortLinks;
  paging: PagingLinks;
  rights: ResellerRights;
  /** A dialog over the list: the confirmation of a removal. */
  children?: ReactNode;
}

export function ResellersList({
  attention,
  overview,
  room,
  rows,
  view,
  sort,
  paging,
  rights,
  children,
}: ResellersListProps) {
  const { t } = useWords(["resellers", "common"]);
  const narrowed = view.query !== "" || view.filters.some((filter) => filter.applied);
  const create = (
    <ButtonLink to="/resellers/new" kind="pri" icon={Plus}>
      {t("create.action")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={rights.ofAgency ? [{ words: t("common:nav.partners") }] : []}
        actions={
          <>
            {rows.length > 0 && (
              <ButtonLink to={view.csvTo} icon={Download} reload className="hide">
                {t("list.export")}
              </ButtonLink>
            )}
            {rights.create && rights.ofAgency && (
              <ButtonLink to="/resellers/import" icon={Upload} className="hide">
                {t("list.import")}
              </ButtonLink>
            )}
            {rights.create && create}
          </>
        }
      />
      <main className="body" id="main">
        <Attention items={attention} />
        <OverviewCards {...overview} />
        {room && <RoomLine {...room} />}
        {(rows.length > 0 || narrowed) && <ListToolbar view={view} />}
        {rows.length > 0 ? (
          <ResellersTable rows={rows} sort={sort} rights={rights} paging={paging} view={view} />
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
            about={t(rights.ofAgency ? "list.empty.about" : "list.empty.aboutBeneath")}
            action={rights.create && <ButtonLink to="/resellers/new">{t("list.empty.action")}</ButtonLink>}
          />
        )}
        {children}
      </main>
    </>
  );
}

/** How many resellers an upline has of those it may have. */
function RoomLine({ resellers, maximum }: { resellers: number; maximum: number | null }) {
  const { t } = useWords("resellers");
  return (
    <p className="help gap-bottom">
      {maximum === null
        ? t("list.room", { count: resellers })
        : t("list.roomOf", { count: resellers, maximum })}
    </p>
  );
}

type TableProps = Pick<ResellersListProps, "rows" | "sort" | "rights" | "paging" | "view">;

function ResellersTable({ rows, sort, rights, paging, view }: TableProps) {
  const { t } = useWords(["resellers", "common"]);
  const { columns, looks } = useResellerColumns(sort, rights);
  const { state, location } = useNavigation();
  return (
    <>
      <DataTable
        columns={columns}
        looks={looks}
        rows={rows}
        rowId={(row) => row.id}
        rowClass={(row) => (letsPeopleIn(row.status) ? undefined : "off")}
        caption={t("list.caption")}
        busy={state === "loading" && location.pathname === "/resellers"}
      />
      {rights.toggle && rights.ofAgency && (
        <BulkBar keep={view.query ? { ...view.keep, q: view.query } : view.keep} />
      )}
      <Paging {...paging} />
    </>
  );
}
