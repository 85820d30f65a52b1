import "../../words/features.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ReleaseBadge } from "./release-badge.tsx";
import type { FeatureRow } from "./types.ts";

const order = ["name", "key", "release", "description", "created"] as const;

export type FeatureSorts = Record<"name" | "created", ColumnLook["sort"]>;

export function useFeatureColumns(sorts: FeatureSorts) {
  const { t } = useWords("features");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: FeatureRow) => React.ReactNode> = {
      name: (row) => (
        <span className="who2" translate="no">
          <Link className="clip" to={`/features/${row.id}`} title={row.name}>
            {row.name}
          </Link>
        </span>
      ),
      key: (row) => (
        <code className="mono clip" translate="no" title={row.key}>
          {row.key}
        </code>
      ),
      release: (row) => <ReleaseBadge feature={row} />,
      description: (row) =>
        row.description && (
          <span className="clip" translate="no" title={row.description}>
            {row.description}
          </span>
        ),
      created: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
    };
    return order.map(
      (id): Column<FeatureRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort: sorts.name },
    key: { width: "w-200", label: t("column.key") },
    release: { width: "w-168", label: t("column.release") },
    description: { label: t("column.description"), className: "xl" },
    created: { width: "w-116", label: t("column.created"), className: "num md", sort: sorts.created },
  };
  return { columns, looks };
}
