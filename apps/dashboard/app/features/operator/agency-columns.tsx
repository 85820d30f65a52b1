import "../../words/operator.ts";
import { useMemo } from "react";
import { useLocation } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { initials } from "../../ui/initials.ts";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { AgencyRow } from "./types.ts";

const order = ["name", "owner", "resellers", "created", "status", "actions"] as const;

/** Where a click on a head leads; a column without an entry cannot be sorted. */
export type AgencySort = { [column in "name" | "created"]?: ColumnLook["sort"] };

export function useAgencyColumns(sort: AgencySort) {
  const { t } = useWords("operator");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: AgencyRow) => React.ReactNode> = {
      name: (row) => <AgencyName row={row} />,
      owner: (row) => (
        <span className="clip">
          <span translate="no" title={row.ownerEmail}>
            {row.ownerEmail}
          </span>{" "}
          <span className="muted">{t(`agencies.owner.${row.ownerState}`)}</span>
        </span>
      ),
      resellers: (row) => format.number(row.resellers),
      created: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
      status: (row) => (
        <Badge tone={row.status === "active" ? "ok" : "danger"}>{t(`agencies.status.${row.status}`)}</Badge>
      ),
      actions: (row) => <AgencyActions row={row} />,
    };
    return order.map(
      (id): Column<AgencyRow> => ({
        id,
        header: () => t(`agencies.column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort: sort.name },
    owner: { label: t("agencies.column.owner") },
    resellers: { width: "w-104", label: t("agencies.column.resellers"), right: true },
    created: { width: "w-132", label: t("agencies.column.created"), className: "num", sort: sort.created },
    status: { width: "w-116", className: "st" },
    actions: { width: "w-116", className: "ac", right: true },
  };
  return { columns, looks };
}

function AgencyName({ row }: { row: AgencyRow }) {
  return (
    <span className="who2" translate="no">
      <span className="ini" aria-hidden="true">
        {initials(row.name)}
      </span>
      <a className="clip" href={row.address} title={row.host}>
        {row.name}
      </a>
    </span>
  );
}

/** Suspending asks first, on a page of its own; reopening takes nothing away and is one click. */
function AgencyActions({ row }: { row: AgencyRow }) {
  const { t } = useWords("operator");
  // Search, filter and page of the list are kept.
  const { search } = useLocation();
  const name = (
    <span className="sr" translate="no">
      {" "}
      {row.name}
    </span>
  );
  if (row.status === "active") {
    return (
      <span className="acts">
        <ButtonLink to={`/agencies/${row.id}/suspend${search}`} size="sm">
          {t("agencies.suspend")}
          {name}
        </ButtonLink>
      </span>
    );
  }
  return (
    <PostForm id={`reopen-${row.id}`} action={`/agencies/${row.id}/reopen${search}`} stays className="acts">
      <SubmitButton size="sm">
        {t("agencies.reopen")}
        {name}
      </SubmitButton>
    </PostForm>
  );
}
