import "../../words/customers.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import { initials } from "../../ui/initials.ts";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StatusSwitch } from "./status-switch.tsx";
import type { CustomerRights, CustomerRow } from "./types.ts";

const order = ["company", "name", "seller", "status", "type", "usage", "expiry", "joined"] as const;

/** Where a click on a head leads. */
export type CustomerSort = { [column in "name" | "joined" | "expiry"]?: ColumnLook["sort"] };

export function useCustomerColumns(sort: CustomerSort, rights: CustomerRights) {
  const { t } = useWords("customers");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: CustomerRow) => React.ReactNode> = {
      company: ({ code }) => (
        <span className="mono" translate="no">
          {code}
        </span>
      ),
      name: (row) => <NameCell row={row} withCode={rights.ofAgency} />,
      seller: ({ seller }) =>
        seller ? (
          <Link className="clip" to={`/resellers/${seller.id}`} title={seller.name} translate="no">
            {seller.name}
          </Link>
        ) : (
          <span className="muted">{t("direct")}</span>
        ),
      type: ({ type }) => t(`type.${type}`),
      usage: ({ used }) => format.number(used),
      expiry: ({ comingExpiry }) =>
        comingExpiry ? (
          <time dateTime={comingExpiry}>{format.day(comingExpiry)}</time>
        ) : (
          <span className="muted">–</span>
        ),
      joined: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
      status: (row) => <StatusSwitch customer={row} allowed={rights.toggle && row.type !== "partner"} />,
    };
    return order
      .filter((id) => (id === "seller" ? rights.ofAgency : id !== "company" || !rights.ofAgency))
      .map(
        (id): Column<CustomerRow> => ({
          id,
          header: () => t(`column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, rights]);
  const looks: Record<string, ColumnLook> = {
    company: { width: "w-132", label: t("column.company") },
    name: { rowHead: true, sort: sort.name },
    seller: { width: "w-200", label: t("column.seller") },
    type: { width: "w-116", label: t("column.type") },
    usage: { width: "w-92", label: t("column.usage"), right: true },
    expiry: { width: "w-168", label: t("column.expiryShort"), className: "num", sort: sort.expiry },
    joined: { width: "w-132", label: t("column.joined"), className: "num", sort: sort.joined },
    status: { width: "w-116", className: "st" },
  };
  return { columns, looks };
}

/** An agency's list has a column for the reseller, and the code stands under the name. */
function NameCell({ row, withCode }: { row: CustomerRow; withCode: boolean }) {
  return (
    <span className="who2" translate="no">
      <span className="ini" aria-hidden="true">
        {initials(row.name)}
      </span>
      <span className="lines">
        <Link
          className="clip"
          to={row.type === "partner" ? "/company" : `/customers/${row.id}`}
          title={row.name}
        >
          {row.name}
        </Link>
        {withCode && <span className="muted small clip">{row.code}</span>}
      </span>
    </span>
  );
}
