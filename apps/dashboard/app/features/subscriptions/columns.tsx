import "../../words/subscriptions.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { Coming } from "./coming.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { Shown } from "./types.ts";
import { usePrice } from "./use-price.ts";

const order = ["code", "customer", "plan", "quantity", "price", "period", "state", "mrr"] as const;

export function useSubscriptionColumns(
  ofAgency: boolean,
  sorts: Record<"started" | "mrr", ColumnLook["sort"]>,
) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const price = usePrice();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: Shown) => React.ReactNode> = {
      code: ({ id, code }) => (
        <Link className="strong num" to={`/subscriptions/${id}`} translate="no">
          {code}
        </Link>
      ),
      customer: ({ customer: { id, name }, wholesale }) => (
        <Link className="clip" to={buyerPath(id, wholesale, ofAgency)} title={name} translate="no">
          {name}
        </Link>
      ),
      plan: ({ plan: { name } }) => (
        <span className="clip" title={name} translate="no">
          {name}
        </span>
      ),
      quantity: ({ quantity }) => format.number(quantity),
      price: ({ unitMinor, currency, interval, pricesIncludeTax }) =>
        price(unitMinor, currency, interval, pricesIncludeTax),
      period: (row) => <Coming row={row} />,
      state: ({ state, pastDue }) => <StateBadge state={state} pastDue={pastDue} />,
      mrr: ({ mrrMinor, currency }) => <span translate="no">{format.money(mrrMinor, currency)}</span>,
    };
    return order.map(
      (id): Column<Shown> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, price, ofAgency]);
  const looks: Record<string, ColumnLook> = {
    code: { width: "w-148", rowHead: true, sort: sorts.started },
    customer: { label: t("column.customer") },
    plan: { width: "w-168", label: t("column.plan") },
    quantity: { width: "w-84", label: t("column.quantity"), right: true },
    price: { width: "w-132", label: t("column.price"), right: true },
    period: { width: "w-168", label: t("column.period"), className: "num" },
    state: { width: "w-132", className: "st" },
    mrr: { width: "w-132", label: t("column.mrr"), right: true, sort: sorts.mrr },
  };
  return { columns, looks };
}
