import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { type ApiKeyRow, scopeWord } from "./types.ts";

const order = ["name", "prefix", "scopes", "created", "used", "actions"] as const;

export function useKeyColumns() {
  const { t } = useTranslation("keys");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: ApiKeyRow) => React.ReactNode> = {
      name: (row) => (
        <span className="who2">
          <span className="clip" translate="no" title={row.name}>
            {row.name}
          </span>
        </span>
      ),
      prefix: (row) => (
        <span className="mono" translate="no">
          {row.prefix}…
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
      used: (row) =>
        row.lastUsedAt ? (
          <time dateTime={row.lastUsedAt}>{format.date(row.lastUsedAt)}</time>
        ) : (
          <span className="muted">{t("never")}</span>
        ),
      actions: (row) =>
        row.revokedAt ? (
          <span className="badge none">{t("revoked")}</span>
        ) : (
          <span className="acts">
            <ButtonLink to={`/settings/keys/${row.id}/revoke`} size="sm">
              {t("revoke")}
              <span className="sr" translate="no">
                {" "}
                {row.name}
              </span>
            </ButtonLink>
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
    name: { rowHead: true },
    prefix: { width: "w-148", label: t("column.prefix") },
    scopes: { width: "w-240", label: t("column.scopes") },
    created: { width: "w-200", label: t("column.created"), className: "num md" },
    used: { width: "w-116", label: t("column.used"), className: "num" },
    actions: { width: "w-104", className: "ac", right: true },
  };
  return { columns, looks };
}
