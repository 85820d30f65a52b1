import "../../words/keys.ts";
import { useMemo } from "react";
import { ButtonLink } from "../../ui/button.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type ApiKeyRow, scopeWord } from "./types.ts";

const order = ["name", "scopes", "created", "expires", "used", "actions"] as const;

type Sorts = Record<"name" | "created", ColumnLook["sort"]>;

export function useKeyColumns(sorts: Sorts) {
  const { t } = useWords("keys");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: ApiKeyRow) => React.ReactNode> = {
      name: (row) => (
        <span className="who2">
          <span className="clip" translate="no" title={`${row.name} (${row.prefix}…)`}>
            {row.name}
          </span>
        </span>
      ),
      scopes: (row) => {
        const words = row.scopes.map((scope) => t(`scope.${scopeWord(scope)}`)).join(", ");
        return (
          <span className="clip" title={words}>
            {words}
          </span>
        );
      },
      created: (row) => {
        const words = t("createdBy", { date: format.date(row.createdAt), name: row.createdBy });
        return (
          <span className="clip" title={words}>
            {words}
          </span>
        );
      },
      expires: (row) => <Expiry row={row} />,
      used: (row) =>
        row.lastUsedAt ? (
          <span className="clip" title={row.lastUsedIp ?? undefined}>
            <time dateTime={row.lastUsedAt}>{format.date(row.lastUsedAt)}</time>
            {row.lastUsedIp && <span translate="no"> {row.lastUsedIp}</span>}
          </span>
        ) : (
          <span className="muted">{t("never")}</span>
        ),
      actions: (row) =>
        row.state === "revoked" ? (
          <span className="badge none">{t("state.revoked")}</span>
        ) : (
          <span className="acts">
            {row.state === "active" && <RowLink row={row} to="rotate" />}
            <RowLink row={row} to="revoke" />
          </span>
        ),
    };
    return order.map(
      (id): Column<ApiKeyRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort: sorts.name },
    scopes: { width: "w-148", label: t("column.scopes") },
    created: { width: "w-148", label: t("column.created"), className: "num md", sort: sorts.created },
    expires: { width: "w-168", label: t("column.expires"), className: "num" },
    used: { width: "w-168", label: t("column.used"), className: "num" },
    actions: { width: "w-168", className: "ac", right: true },
  };
  return { columns, looks };
}

/** When the key ends; while an old secret goes on beside it, that comes first. */
function Expiry({ row }: { row: ApiKeyRow }) {
  const { t } = useWords("keys");
  const format = useFormat();
  const { overlap, expiresAt, state } = row;
  if (overlap && state === "active") {
    return (
      <span className="badge warn" title={t("overlap.until", { moment: format.moment(overlap.until) })}>
        {t("overlap.left", { count: overlap.hoursLeft })}
      </span>
    );
  }
  if (!expiresAt) return <span className="muted">{t("never")}</span>;
  if (state === "expired") return <span className="badge none">{t("state.expired")}</span>;
  return <time dateTime={expiresAt}>{format.date(expiresAt)}</time>;
}

function RowLink({ row, to }: { row: ApiKeyRow; to: "rotate" | "revoke" }) {
  const { t } = useWords("keys");
  return (
    <ButtonLink to={`/settings/keys/${row.id}/${to}`} size="sm">
      {t(to)}
      <span className="sr" translate="no">
        {" "}
        {row.name}
      </span>
    </ButtonLink>
  );
}
