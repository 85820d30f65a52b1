import "../../words/reports.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { useLeakSentence } from "./leak-sentence.ts";
import type { Leak } from "./types.ts";

const order = ["code", "why", "customer", "since", "amount"] as const;

export function useLeakColumns(
  ofAgency: boolean,
  sorts: Record<"customer" | "since" | "amount", ColumnLook["sort"]>,
) {
  const { t } = useWords("reports");
  const format = useFormat();
  const sentence = useLeakSentence();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: Leak) => React.ReactNode> = {
      code: (row) => <Subject leak={row} />,
      why: (row) => (
        <span className="told">
          {t(`leakage.kind.${row.kind}`)}
          <span className="small muted">{sentence(row)}</span>
        </span>
      ),
      customer: ({ customer: { id, name }, wholesale, reseller }) => (
        <span className="who2">
          <span className="lines">
            <Link className="clip" to={buyerPath(id, wholesale, ofAgency)} title={name} translate="no">
              {name}
            </Link>
            {reseller && !wholesale && (
              <Link
                className="clip small muted"
                to={`/resellers/${reseller.id}`}
                title={reseller.name}
                translate="no"
              >
                {reseller.name}
              </Link>
            )}
          </span>
        </span>
      ),
      since: ({ since }) => <time dateTime={since}>{format.day(since)}</time>,
      amount: ({ amountMinor, currency }) => (
        <span translate="no">{format.money(amountMinor, currency)}</span>
      ),
    };
    return order.map(
      (id): Column<Leak> => ({
        id,
        header: () => t(`leakage.column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, sentence, ofAgency]);
  const looks: Record<string, ColumnLook> = {
    code: { width: "w-148", rowHead: true },
    why: {},
    customer: { width: "w-200", label: t("leakage.column.customer"), sort: sorts.customer },
    since: { width: "w-116", label: t("leakage.column.since"), className: "num", sort: sorts.since },
    amount: { width: "w-132", label: t("leakage.column.amount"), right: true, sort: sorts.amount },
  };
  return { columns, looks };
}

/** The subscription it is about, and the invoice where one is wrong or unpaid. */
function Subject({ leak: { subscription, invoice } }: { leak: Leak }) {
  return (
    <span className="who2">
      <span className="lines">
        {subscription && (
          <Link className="num" to={`/subscriptions/${subscription.id}`} translate="no">
            {subscription.code}
          </Link>
        )}
        {invoice && (
          <Link
            className={subscription ? "num small muted" : "num"}
            to={`/invoices/${invoice.id}`}
            translate="no"
          >
            {invoice.code}
          </Link>
        )}
      </span>
    </span>
  );
}
