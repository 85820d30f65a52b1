import "../../words/invoices.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "./buyer-path.ts";
import { lastBefore } from "./days.ts";
import { signed } from "./signed.ts";
import { StateBadge } from "./state-badge.tsx";
import type { InvoiceRow } from "./types.ts";

const order = ["code", "customer", "seller", "issued", "due", "state", "net", "total"] as const;

/** `seller` = not everything here was sold by whoever looks; `net` = amounts without tax are wanted. */
export function useInvoiceColumns(issued: ColumnLook["sort"], more: { seller: boolean; net: boolean }) {
  const { seller, net } = more;
  const { t } = useWords("invoices");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: InvoiceRow) => React.ReactNode> = {
      code: ({ id, code }) => (
        <Link className="strong num" to={`/invoices/${id}`} translate="no">
          {code}
        </Link>
      ),
      customer: ({ customer, wholesale, own }) => (
        <Link
          className="clip"
          to={buyerPath(customer.id, wholesale, own)}
          title={customer.name}
          translate="no"
        >
          {customer.name}
        </Link>
      ),
      seller: ({ own, sellerName }) =>
        !own && (
          <span className="clip" title={sellerName} translate="no">
            {sellerName}
          </span>
        ),
      issued: ({ issuedAt }) => <time dateTime={issuedAt}>{format.date(issuedAt)}</time>,
      due: ({ kind, dueAt }) => {
        const day = lastBefore(dueAt);
        return kind === "invoice" && <time dateTime={day}>{format.date(day)}</time>;
      },
      state: (row) => (
        <StateBadge state={row.state} overdue={row.overdue} coming={row.comingSince !== null} />
      ),
      net: (row) => <span translate="no">{format.money(signed(row, row.netMinor), row.currency)}</span>,
      total: (row) => <span translate="no">{format.money(signed(row, row.totalMinor), row.currency)}</span>,
    };
    return order
      .filter((id) => (id !== "seller" || seller) && (id !== "net" || net))
      .map(
        (id): Column<InvoiceRow> => ({
          id,
          header: () => t(`column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, seller, net]);
  const looks: Record<string, ColumnLook> = {
    code: { width: "w-132", rowHead: true },
    customer: { label: t("column.customer") },
    seller: { width: "w-200", label: t("column.seller") },
    issued: { width: "w-132", label: t("column.issued"), className: "num", sort: issued },
    due: { width: "w-132", label: t("column.due"), className: "num" },
    state: { width: "w-132", className: "st" },
    net: { width: "w-132", label: t("column.net"), right: true },
    total: { width: "w-148", label: t("column.total"), right: true },
  };
  return { columns, looks };
}
