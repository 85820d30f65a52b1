import "../../words/webhooks.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Answered } from "./answered.tsx";
import { DeliveryBadge } from "./state-badge.tsx";
import type { DeliveryRow } from "./types.ts";

const order = ["type", "about", "state", "answer", "created"] as const;

export function useDeliveryColumns(created: ColumnLook["sort"]) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: DeliveryRow) => React.ReactNode> = {
      type: (row) => (
        <span className="who2" translate="no">
          <Link className="clip mono" to={`/settings/webhook-deliveries/${row.id}`}>
            {row.type}
            <span className="sr"> {row.messageId}</span>
          </Link>
        </span>
      ),
      about: (row) =>
        row.about ? (
          <span className="clip" translate="no" title={row.about.name}>
            {row.about.name}
          </span>
        ) : (
          <span className="muted">{t("delivery.nobody")}</span>
        ),
      state: (row) => <DeliveryBadge state={row.state} />,
      answer: (row) => <Answered {...row.last} />,
      created: (row) => <time dateTime={row.createdAt}>{format.moment(row.createdAt)}</time>,
    };
    return order.map(
      (id): Column<DeliveryRow> => ({
        id,
        header: () => t(`delivery.column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    type: { rowHead: true },
    about: { width: "w-148", label: t("delivery.column.about"), className: "xl" },
    state: { width: "w-116", label: t("delivery.column.state") },
    answer: { width: "w-132", label: t("delivery.column.answer") },
    created: { width: "w-200", label: t("delivery.column.created"), className: "num", sort: created },
  };
  return { columns, looks };
}
