import "../../words/invoices.ts";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Invoice, Movement } from "./types.ts";

/** Money that came in and went back, each refund with its credit note. */
export function PaymentsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const { payments } = invoice;
  if (payments.length === 0)
    return (
      <Card title={t("payments.title")}>
        <p className="help pad">{t("payments.none")}</p>
      </Card>
    );
  const signed = ({ kind, amountMinor }: Movement) =>
    kind === "payment" || kind === "surplus" ? amountMinor : -amountMinor;
  return (
    <Card title={t("payments.title")}>
      <CellsTable
        caption={t("payments.title")}
        rows={payments}
        rowId={(row) => `${row.kind} ${row.at} ${row.creditNote?.id}`}
        columns={[
          { head: t("payments.what"), cell: (row) => <What movement={row} /> },
          {
            head: t("payments.reference"),
            cell: ({ reference }) => (
              <span className="clip" title={reference} translate="no">
                {reference}
              </span>
            ),
          },
          {
            head: t("payments.at"),
            width: "w-116",
            cell: ({ at }) => <time dateTime={at}>{format.date(at)}</time>,
          },
          {
            head: t("payments.amount"),
            width: "w-116",
            right: true,
            cell: (row) => <span translate="no">{format.money(signed(row), row.currency)}</span>,
          },
        ]}
      />
    </Card>
  );
}

function What({ movement }: { movement: Movement }) {
  const { t } = useWords("invoices");
  const { kind, provider, payerEmail, creditNote } = movement;
  const by =
    provider === "test" || provider === "bank" || provider === "stripe"
      ? t(`payments.provider.${provider}`)
      : undefined;
  return (
    <span className="told">
      {t(`payments.kind.${kind}`)}
      {creditNote && (
        <>
          {" "}
          <Link className="link" to={`/invoices/${creditNote.id}`} translate="no">
            {creditNote.code}
          </Link>
        </>
      )}
      {(kind === "payment" || kind === "surplus") && by && <span className="muted small">{by}</span>}
      {payerEmail && <span className="muted small wrap-any">{t("payments.by", { email: payerEmail })}</span>}
    </span>
  );
}
