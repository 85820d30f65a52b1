import "../../words/subscriptions.ts";
import type { listInvoices } from "@tenantry/core/invoices/list";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

type Invoice = Awaited<ReturnType<typeof listInvoices>>["invoices"][number];

/** What a customer was invoiced, the newest first. */
export function InvoicesOfCustomer({ rows, more }: { rows: Invoice[]; more: boolean }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  return (
    <Card title={t("invoices.title")}>
      {rows.length === 0 ? (
        <p className="pad help">{t("invoices.empty")}</p>
      ) : (
        <CellsTable
          caption={t("invoices.title")}
          columns={[
            {
              head: t("column.invoice"),
              cell: (row) => (
                <Link className="link num" to={`/invoices/${row.id}`} translate="no">
                  {row.code}
                </Link>
              ),
            },
            { head: t("column.date"), cell: (row) => format.date(row.issuedAt) },
            {
              head: t("column.amount"),
              cell: (row) => format.money(row.totalMinor, row.currency),
              right: true,
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
