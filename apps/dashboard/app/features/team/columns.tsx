import "../../words/team.ts";
import { useMemo } from "react";
import { initials } from "../../ui/initials.ts";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { PersonActions } from "./person-actions.tsx";
import { PersonBadge } from "./person-badge.tsx";
import type { PersonRow, TeamPlace } from "./types.ts";

/** Where a click on a head leads; a column without an entry cannot be sorted. */
export type SortLinks = { [column in "person" | "seen"]?: ColumnLook["sort"] };

const order = ["person", "role", "state", "seen", "sessions", "factor", "actions"] as const;

export function useTeamColumns(place: TeamPlace, sort: SortLinks) {
  const { t } = useWords(["team", "common"]);
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: PersonRow) => React.ReactNode> = {
      person: (row) => <NameCell row={row} you={t("you")} />,
      role: (row) => <span>{t(`common:role.${row.role}`)}</span>,
      state: (row) => <PersonBadge person={row} />,
      seen: (row) =>
        row.lastSeenAt ? (
          <time dateTime={row.lastSeenAt}>{format.date(row.lastSeenAt)}</time>
        ) : (
          <span className="muted">{t("never")}</span>
        ),
      sessions: (row) => <span>{format.number(row.sessions)}</span>,
      factor: (row) =>
        row.secondFactor ? <span>{t("yes")}</span> : <span className="muted">{t("no")}</span>,
      actions: (row) => row.mayChange && <PersonActions base={place.base} person={row} />,
    };
    return order.map(
      (id): Column<PersonRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, place.base]);
  const looks: Record<string, ColumnLook> = {
    person: { rowHead: true, sort: sort.person },
    role: { width: "w-132", label: t("column.role") },
    state: { width: "w-116", label: t("column.state") },
    seen: { width: "w-116", label: t("column.seen"), className: "num", sort: sort.seen },
    sessions: { width: "w-84", label: t("column.sessions"), className: "num md" },
    factor: { width: "w-104", label: t("column.factor"), className: "md" },
    actions: { width: "w-240", className: "ac", right: true },
  };
  return { columns, looks };
}

function NameCell({ row, you }: { row: PersonRow; you: string }) {
  const shown = row.name || row.email;
  return (
    <span className="who2">
      <span className="ini" aria-hidden="true" translate="no">
        {initials(shown)}
      </span>
      <span className="clip">
        <span translate="no" title={row.email}>
          {shown}
        </span>
        {row.you && <span className="muted"> ({you})</span>}
        {row.name && (
          <span className="muted small clip" translate="no" title={row.email}>
            {row.email}
          </span>
        )}
      </span>
    </span>
  );
}
