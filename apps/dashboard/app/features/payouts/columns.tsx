import "../../words/payouts.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SentAmount } from "./sent-amount.tsx";
import { PayoutBadge } from "./state-badge.tsx";
import type { PayoutRow } from "./types.ts";

const order = ["code", "created", "reference", "lines", "amount", "state"] as const;

export function usePayoutColumns(created: ColumnLook["sort"], ofAgency: boolean) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: PayoutRow) => React.ReactNode> = {
      code: (row) => <PayoutCell row={row} />,
      created: (row) => <time dateTime={row.createdAt}>{format.date(row.createdAt)}</time>,
      reference: ({ reference }) => (
        <span className="clip" title={reference} translate="no">
          {reference || "–"}
        </span>
      ),
      lines: (row) => format.number(row.lines),
      amount: (row) => <SentAmount {...row} />,
      state: (row) => <PayoutBadge state={row.state} ofAgency={ofAgency} />,
    };
    return order.map(
      (id): Column<PayoutRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, ofAgency]);
  const looks: Record<string, ColumnLook> = {
    code: { rowHead: true },
    created: { width: "w-132", label: t("column.created"), className: "num", sort: created },
    reference: { width: "w-168", label: t("column.reference") },
    lines: { width: "w-84", label: t("column.lines"), right: true },
    amount: { width: "w-132", label: t("column.amount"), right: true },
    state: { width: "w-168", label: t("column.state") },
  };
  return { columns, looks };
}

function PayoutCell({ row }: { row: PayoutRow }) {
  return (
    <span className="who2" translate="no">
      <span className="lines">
        <Link className="clip mono" to={`/payouts/${row.id}`}>
          {row.code}
        </Link>
        {row.reseller && <span className="muted small clip">{row.reseller.name}</span>}
      </span>
    </span>
  );
}
