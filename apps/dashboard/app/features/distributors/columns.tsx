import "../../words/distributors.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { initials } from "../../ui/initials.ts";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type DistributorRow, distributorTones } from "./types.ts";

const order = ["name", "email", "resellers", "joined", "status"] as const;

/** Where a click on a head leads; a column without an entry cannot be sorted. */
export type DistributorSort = { [column in "name" | "joined"]?: ColumnLook["sort"] };

export function useDistributorColumns(sort: DistributorSort) {
  const { t } = useWords("distributors");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: DistributorRow) => React.ReactNode> = {
      name: (row) => (
        <span className="who2" translate="no">
          <span className="ini" aria-hidden="true">
            {initials(row.name)}
          </span>
          <Link className="clip" to={`/distributors/${row.id}`} title={row.name}>
            {row.name}
          </Link>
        </span>
      ),
      email: (row) => (
        <span className="clip" translate="no" title={row.email}>
          {row.email}
        </span>
      ),
      resellers: ({ resellers, maximum }) =>
        maximum === null
          ? format.number(resellers)
          : t("list.usedOf", { used: format.number(resellers), number: format.number(maximum) }),
      joined: (row) => <time dateTime={row.joinedAt}>{format.date(row.joinedAt)}</time>,
      status: (row) => <Badge tone={distributorTones[row.status]}>{t(`status.${row.status}`)}</Badge>,
    };
    return order.map(
      (id): Column<DistributorRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort: sort.name },
    email: { className: "em" },
    resellers: { width: "w-104", label: t("column.resellers"), right: true },
    joined: { width: "w-116", label: t("column.joined"), className: "num", sort: sort.joined },
    status: { width: "w-104", className: "st" },
  };
  return { columns, looks };
}
