import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { initials } from "../../ui/initials.ts";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { PlanCell } from "../plans/plan-cell.tsx";
import { RowActions } from "./row-actions.tsx";
import { StatusSwitch } from "./status-switch.tsx";
import type { ResellerRights, ResellerRow } from "./types.ts";

/** Where a click on a head leads; a column without an entry cannot be sorted. */
export type SortLinks = { [column in "name" | "joined"]?: ColumnLook["sort"] };

const order = ["name", "email", "type", "plan", "joined", "status", "actions"] as const;

export function useResellerColumns(sort: SortLinks, rights: ResellerRights) {
  const { t } = useTranslation("resellers");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: ResellerRow) => React.ReactNode> = {
      name: (row) => <NameCell row={row} />,
      email: (row) => (
        <span className="clip" translate="no" title={row.email}>
          {row.email}
        </span>
      ),
      type: (row) => <span>{t(`type.${row.type}`)}</span>,
      plan: (row) =>
        row.plan ? <PlanCell plan={row.plan} /> : <span className="muted">{t("list.noPlan")}</span>,
      joined: (row) => <time dateTime={row.joinedAt}>{format.date(row.joinedAt)}</time>,
      status: (row) => <StatusSwitch reseller={row} allowed={rights.toggle} />,
      actions: (row) => <RowActions reseller={row} rights={rights} />,
    };
    return order.map(
      (id): Column<ResellerRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, rights]);
  const looks: Record<string, ColumnLook> = {
    name: { width: "w-200", rowHead: true, sort: sort.name },
    email: { className: "em" },
    type: { width: "w-116", label: t("column.type"), className: "md" },
    plan: { width: "w-148", label: t("column.plan") },
    joined: { width: "w-132", label: t("column.joined"), className: "num", sort: sort.joined },
    status: { width: "w-116", className: "st" },
    actions: { width: "w-84", className: "ac", right: true },
  };
  return { columns, looks };
}

function NameCell({ row }: { row: ResellerRow }) {
  return (
    <span className="who2" translate="no">
      <span className="ini" aria-hidden="true">
        {initials(row.name)}
      </span>
      <Link className="clip" to={`/resellers/${row.id}`} title={row.name}>
        {row.name}
      </Link>
    </span>
  );
}
