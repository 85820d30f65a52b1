import "../../words/subscriptions.ts";
import type { listOrders } from "@tenantry/core/orders/list";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

type Order = Awaited<ReturnType<typeof listOrders>>["orders"][number];

/** What was ordered for a customer, the newest first (D-21). */
export function OrdersOfCustomer({ rows, more }: { rows: Order[]; more: boolean }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  return (
    <Card title={t("orders.title")}>
      {rows.length === 0 ? (
        <p className="pad help">{t("orders.empty")}</p>
      ) : (
        <CellsTable
          caption={t("orders.title")}
          columns={[
            {
              head: t("column.order"),
              cell: (row) => (
                <Link className="mono" to={`/subscriptions/${row.subscription.id}`} translate="no">
                  {row.code}
                </Link>
              ),
            },
            { head: t("column.what"), cell: (row) => <What row={row} /> },
            { head: t("column.date"), cell: (row) => format.date(row.placedAt) },
            {
              head: t("column.invoice"),
              cell: ({ invoice }) =>
                invoice ? (
                  <Link className="link num" to={`/invoices/${invoice.id}`} translate="no">
                    {invoice.code}
                  </Link>
                ) : (
                  <span className="muted">{t("orders.noInvoice")}</span>
                ),
            },
          ]}
          rows={rows}
          rowId={({ id }) => id}
        />
      )}
      {more && <p className="pad help">{t("card.all", { count: rows.length })}</p>}
    </Card>
  );
}

function What({ row }: { row: Order }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  return (
    <>
      {t(`orders.kind.${row.kind}`)}: {format.number(row.quantity)} ×{" "}
      <span translate="no">{row.planName}</span>
    </>
  );
}
