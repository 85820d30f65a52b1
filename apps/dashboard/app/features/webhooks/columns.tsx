import "../../words/webhooks.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { WebhookBadge } from "./state-badge.tsx";
import type { WebhookRow } from "./types.ts";

const order = ["url", "description", "events", "state", "arrived", "created"] as const;

export type WebhookSorts = Record<"url" | "created", ColumnLook["sort"]>;

export function useWebhookColumns(sorts: WebhookSorts) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: WebhookRow) => React.ReactNode> = {
      url: (row) => (
        <span className="who2" translate="no">
          <Link className="clip" to={`/settings/webhooks/${row.id}`} title={row.url}>
            {row.url}
          </Link>
        </span>
      ),
      description: (row) =>
        row.description && (
          <span className="clip" translate="no" title={row.description}>
            {row.description}
          </span>
        ),
      events: (row) => t("events", { count: row.eventTypes.length }),
      state: (row) => <WebhookBadge webhook={row} />,
      arrived: (row) =>
        row.lastSuccessAt ? (
          <time dateTime={row.lastSuccessAt}>{format.moment(row.lastSuccessAt)}</time>
        ) : (
          <span className="muted">{t("never")}</span>
        ),
      created: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
    };
    return order.map(
      (id): Column<WebhookRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    url: { rowHead: true, sort: sorts.url },
    description: { width: "w-200", label: t("column.description"), className: "xl" },
    events: { width: "w-92", label: t("column.events") },
    state: { width: "w-148", label: t("column.state") },
    arrived: { width: "w-200", label: t("column.arrived"), className: "num" },
    created: { width: "w-116", label: t("column.created"), className: "num md", sort: sorts.created },
  };
  return { columns, looks };
}
