import "../../words/invoices.ts";
import { Link } from "react-router";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "./buyer-path.ts";
import { lastBefore } from "./days.ts";
import { signed } from "./signed.ts";
import { StateBadge } from "./state-badge.tsx";
import type { Invoice } from "./types.ts";

/** Its total, what has become of it, and whose it is. */
export function InvoiceHead({ invoice }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const { kind, customer, credits, currency, refundedMinor, state, overdue, creditNotes } = invoice;
  const due = format.date(lastBefore(invoice.dueAt));
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <div className="stack">
        <p className="amt num" translate="no">
          {format.money(signed(invoice, invoice.totalMinor), currency)}
        </p>
        <div className="facts">
          <StateBadge state={state} overdue={overdue} coming={invoice.coming.length > 0} />
          <Link className="link" to={buyerPath(customer.id, invoice.wholesale, invoice.own)}>
            {t(kind === "invoice" ? "detail.customer" : "detail.creditOf", { name: customer.name })}
          </Link>
          {credits && (
            <Link className="link" to={`/invoices/${credits.id}`}>
              {t("detail.credits", { code: credits.code })}
            </Link>
          )}
          {!invoice.own && <span>{t("detail.seller", { name: invoice.sellerName })}</span>}
          <span>{t("detail.issued", { date: format.date(invoice.issuedAt) })}</span>
          {state === "open" && <span>{t(overdue ? "detail.overdue" : "detail.due", { date: due })}</span>}
          {state === "void" &&
            creditNotes.map(({ id, code }) => (
              <Link key={id} className="link" to={`/invoices/${id}`}>
                {t("detail.voided", { code })}
              </Link>
            ))}
          {refundedMinor > 0 && (
            <span>{t("detail.refunded", { amount: format.money(refundedMinor, currency) })}</span>
          )}
        </div>
      </div>
    </section>
  );
}
