import "../../words/invoices.ts";
import { Link } from "react-router";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ComingNotes } from "./coming.tsx";
import { SurplusNotes } from "./surplus-notes.tsx";
import type { Invoice, InvoiceRights, Refund } from "./types.ts";

/** What is under way, and what somebody has to look into. */
export function InvoiceNotes({ invoice, rights }: { invoice: Invoice; rights: InvoiceRights }) {
  const { t } = useWords("invoices");
  return (
    <>
      {invoice.pending && <Note>{t("detail.pending")}</Note>}
      <ComingNotes invoice={invoice} />
      {invoice.refunds.map((refund) => (
        <RefundNote key={refund.id} invoice={invoice} refund={refund} mayRetry={rights.retryRefund} />
      ))}
      <SurplusNotes invoice={invoice} rights={rights} />
      {invoice.odd
        .filter(({ kind }) => kind !== "paid")
        .map(({ outcome, reference }) => (
          <Note key={`${outcome} ${reference}`} kind="warn">
            {t("odd.wrong_amount", { reference })}
          </Note>
        ))}
    </>
  );
}

/** Money that Stripe was asked to give back, and what keeps it. */
function RefundNote({ invoice, refund, mayRetry }: { invoice: Invoice; refund: Refund; mayRetry: boolean }) {
  const { t } = useWords("invoices");
  const { id, amountMinor, reason, state, failure } = refund;
  const about = { amount: useFormat().money(amountMinor, refund.currency), reason };
  const words =
    state === "failed"
      ? t(`refunds.failed.${failure ?? "refused"}`, about)
      : t(
          failure ? "refunds.unreachable" : refund.surplusId ? "refunds.askedSurplus" : "refunds.asked",
          about,
        );
  return (
    <Note kind={failure ? "warn" : "plain"}>
      {words}{" "}
      {failure && mayRetry && (
        <Link className="link" to={`/invoices/${invoice.id}/refunds/${id}/retry`}>
          {t("refunds.retry")}
        </Link>
      )}
    </Note>
  );
}
