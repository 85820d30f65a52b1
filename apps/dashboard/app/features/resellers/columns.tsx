import { useMemo } from "react";
import { Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { initials } from "../../ui/initials.ts";
import { Meter, MeterShare } from "../../ui/meter.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { bulkForm } from "../bulk/bulk-bar.tsx";
import { PlanCell } from "../plans/plan-cell.tsx";
import { RestoreAction } from "./restore-action.tsx";
import { RowActions } from "./row-actions.tsx";
import { StatusSwitch } from "./status-switch.tsx";
import type { ListedReseller, ResellerRights } from "./types.ts";

/** Where a click on a head leads; a column without an entry cannot be sorted. */
export type SortLinks = { [column in "name" | "joined"]?: ColumnLook["sort"] };

const order = [
  "pick",
  "name",
  "email",
  "type",
  "plan",
  "customers",
  "usage",
  "seen",
  "joined",
  "status",
  "actions",
] as const;

export function useResellerColumns(sort: SortLinks, rights: ResellerRights) {
  const { t } = useWords(["resellers", "bulk"]);
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: ListedReseller) => React.ReactNode> = {
      pick: (row) => <PickCell row={row} />,
      name: (row) => <NameCell row={row} />,
      email: (row) => (
        <span className="clip" translate="no" title={row.email}>
          {row.email}
        </span>
      ),
      type: (row) => <span>{t(`type.${row.type}`)}</span>,
      plan: (row) =>
        row.plan ? <PlanCell plan={row.plan} /> : <span className="muted">{t("list.noPlan")}</span>,
      customers: (row) => <CustomersCell count={row.customers} />,
      usage: (row) => <UsageCell used={row.used} included={row.included} />,
      seen: (row) =>
        row.lastSeenAt ? (
          <time dateTime={row.lastSeenAt}>{format.date(row.lastSeenAt)}</time>
        ) : (
          <span className="muted">{t("list.notSeen")}</span>
        ),
      joined: (row) => <time dateTime={row.joinedAt}>{format.date(row.joinedAt)}</time>,
      status: (row) =>
        row.archivedAt ? (
          <Badge tone="none">{t("status.archived")}</Badge>
        ) : (
          <StatusSwitch reseller={row} allowed={rights.toggle} />
        ),
      actions: (row) =>
        row.archivedAt ? (
          rights.archive && <RestoreAction id={row.id} name={row.name} />
        ) : (
          <RowActions reseller={row} rights={rights} />
        ),
    };
    return order
      .filter((id) => id !== "pick" || (rights.toggle && rights.ofAgency))
      .map(
        (id): Column<ListedReseller> => ({
          id,
          header: () =>
            id === "pick" ? <span className="sr">{t("bulk:bar.column")}</span> : t(`column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, rights]);
  const looks: Record<string, ColumnLook> = {
    pick: { width: "w-40", label: t("bulk:bar.column") },
    name: { rowHead: true, sort: sort.name },
    email: { className: "em" },
    type: { width: "w-92", label: t("column.type"), className: "md" },
    plan: { width: "w-104", label: t("column.plan") },
    customers: { width: "w-84", label: t("column.customers"), className: "xl", right: true },
    usage: { width: "w-168", label: t("column.usage"), className: "num lg" },
    seen: { width: "w-116", label: t("column.seen"), className: "num xl" },
    joined: { width: "w-104", label: t("column.joined"), className: "num", sort: sort.joined },
    status: { width: "w-104", className: "st" },
    actions: { width: "w-84", className: "ac", right: true },
  };
  return { columns, looks };
}

/** Counted up to a thousand: an exact number of many would cost every page. */
function CustomersCell({ count }: { count: number }) {
  const { t } = useWords("resellers");
  const format = useFormat();
  return (
    <>{count < 1_000 ? format.number(count) : t("list.thousandOrMore", { number: format.number(count) })}</>
  );
}

function UsageCell({ used, included }: { used: number; included: number | null }) {
  const { t } = useWords("resellers");
  const format = useFormat();
  if (included === null) return <>{format.number(used)}</>;
  return (
    <span className="use">
      <span className="of">
        <span>{t("list.usedOf", { used: format.number(used), number: format.number(included) })}</span>
        <MeterShare used={used} included={included} />
      </span>
      <Meter used={used} included={included} />
    </span>
  );
}

/** Belongs to the form below the table; a form cannot stand round rows that have forms of their own. */
function PickCell({ row }: { row: ListedReseller }) {
  const { t } = useWords("bulk");
  return (
    <input
      className="ck"
      type="checkbox"
      name="ids"
      value={row.id}
      form={bulkForm}
      aria-label={t("bar.pick", { name: row.name })}
    />
  );
}

function NameCell({ row }: { row: ListedReseller }) {
  const { t } = useWords("resellers");
  return (
    <span className="who2" translate="no">
      <span className="ini" aria-hidden="true">
        {initials(row.name)}
      </span>
      <span className="lines">
        <Link className="clip" to={`/resellers/${row.id}`} title={row.name}>
          {row.name}
        </Link>
        {row.upline && (
          <span className="muted small clip" title={row.upline.name}>
            {t("list.under", { name: row.upline.name })}
          </span>
        )}
      </span>
    </span>
  );
}
