import "../../words/commissions.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { LineTip } from "./line-tip.tsx";
import { CommissionBadge } from "./state-badge.tsx";
import type { CommissionRow } from "./types.ts";

const order = ["at", "customer", "invoice", "base", "rate", "amount", "state"] as const;

export function useCommissionColumns(at: ColumnLook["sort"], ofAgency: boolean) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: CommissionRow) => React.ReactNode> = {
      at: (row) => (
        <Link className="link" to={`/commissions/${row.id}`}>
          <time dateTime={row.at}>{format.date(row.at)}</time>
        </Link>
      ),
      customer: (row) => <CustomerCell row={row} />,
      invoice: ({ invoice }) => (
        <Link className="link mono clip" to={`/invoices/${invoice.id}`} translate="no">
          {invoice.code}
        </Link>
      ),
      base: (row) => format.money(row.baseMinor, row.currency),
      rate: (row) => <RateCell row={row} ofAgency={ofAgency} />,
      amount: (row) => (
        <span className="cell end">
          {(row.rateBps !== null || row.reason === "adjustment") && (
            <LineTip line={row} ofAgency={ofAgency} />
          )}
          <span>{format.money(row.amountMinor, row.currency)}</span>
        </span>
      ),
      state: (row) => <CommissionBadge row={row} ofAgency={ofAgency} />,
    };
    return order.map(
      (id): Column<CommissionRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, ofAgency]);
  const looks: Record<string, ColumnLook> = {
    at: { width: "w-116", label: t("column.at"), className: "num", sort: at },
    customer: { rowHead: true },
    invoice: { width: "w-132", label: t("column.invoice") },
    base: { width: "w-104", label: t("column.base"), right: true },
    rate: { width: "w-168", label: t("column.rate") },
    amount: { width: "w-132", label: t("column.amount"), right: true },
    state: { width: "w-148", label: t("column.state") },
  };
  return { columns, looks };
}

function CustomerCell({ row }: { row: CommissionRow }) {
  return (
    <span className="who2">
      <span className="lines">
        <Link
          className="clip"
          to={buyerPath(row.customer.id, row.reason === "wholesale", row.reseller !== null)}
          title={row.customer.name}
          translate="no"
        >
          {row.customer.name}
        </Link>
        {row.reseller && (
          <Link className="muted small clip" to={`/resellers/${row.reseller.id}`} translate="no">
            {row.reseller.name}
          </Link>
        )}
      </span>
    </span>
  );
}

/** The rate and whose it is; without one, or where it brings nothing, why. */
function RateCell({ row, ofAgency }: { row: CommissionRow; ofAgency: boolean }) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { rateBps, source, reason } = row;
  if (rateBps === null || !source) return <span className="muted">{t(`reason.${reason}`)}</span>;
  return (
    <span className="lines">
      <span className="num">{format.rate(rateBps)}</span>{" "}
      <span className="muted small">
        {reason === "rate" ? t(`${ofAgency ? "source" : "sourceOwn"}.${source}`) : t(`reason.${reason}`)}
      </span>
    </span>
  );
}
