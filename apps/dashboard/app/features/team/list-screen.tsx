import "../../words/team.ts";
import { Download, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { SettingsPage } from "../settings/settings-frame.tsx";
import { type SortLinks, useTeamColumns } from "./columns.tsx";
import { TeamToolbar, type TeamView } from "./list-toolbar.tsx";
import { TeamFrame } from "./team-frame.tsx";
import type { PersonRow, TeamPlace } from "./types.ts";

interface TeamProps {
  place: TeamPlace;
  open: readonly SettingsPage[];
  rows: PersonRow[];
  mayInvite: boolean;
  view: TeamView;
  sort: SortLinks;
  csvTo: string;
  paging: PagingLinks;
  /** The confirmation over the list. */
  children?: ReactNode;
}

export function Team({ place, open, rows, mayInvite, view, sort, csvTo, paging, children }: TeamProps) {
  const { t } = useWords("team");
  const account = place.reseller ?? place.customer;
  const narrowed = view.query !== "" || view.filters.some((filter) => filter.applied);
  const invite = (
    <ButtonLink to={`${place.base}/new`} kind="pri" icon={UserPlus}>
      {t("invite")}
    </ButtonLink>
  );
  return (
    <TeamFrame place={place} open={open} actions={mayInvite && invite}>
      <p className="help gap-bottom">
        {account ? t("aboutReseller", { name: account.name }) : t("aboutOwn")}
      </p>
      <TeamToolbar base={place.base} view={view} />
      {rows.length > 0 ? (
        <TeamTable place={place} rows={rows} sort={sort} paging={paging} />
      ) : narrowed ? (
        <Empty
          kind="no-match"
          title={t("noMatch.title")}
          about={t("noMatch.about")}
          action={<ButtonLink to={place.base}>{t("noMatch.clear")}</ButtonLink>}
        />
      ) : (
        <Empty
          kind="nothing-yet"
          title={t("empty.title")}
          about={t("empty.about")}
          action={mayInvite && invite}
        />
      )}
      {rows.length > 0 && (
        <p className="gap-top">
          <ButtonLink to={csvTo} icon={Download} size="sm" reload>
            {t("csv")}
          </ButtonLink>
        </p>
      )}
      {children}
    </TeamFrame>
  );
}

function TeamTable({ place, rows, sort, paging }: Pick<TeamProps, "place" | "rows" | "sort" | "paging">) {
  const { t } = useWords("team");
  const { columns, looks } = useTeamColumns(place, sort);
  const { state, location } = useNavigation();
  return (
    <>
      <DataTable
        columns={columns}
        looks={looks}
        rows={rows}
        rowId={(row) => row.userId}
        rowClass={(row) => (row.state === "disabled" ? "off" : undefined)}
        caption={t("caption")}
        busy={state === "loading" && location.pathname === place.base}
      />
      <Paging {...paging} />
    </>
  );
}
