import "../../words/payment-links.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { OpenedInvoice } from "./types.ts";

/** When it was paid and how much, and what of it has gone back. */
export function ReceiptFacts({ invoice }: { invoice: OpenedInvoice }) {
  const { t } = useWords("payment-links");
  const format = useFormat();
  const { paidAt, totalMinor, refundedMinor, currency } = invoice;
  const facts = [
    { what: "on", said: paidAt && <time dateTime={paidAt}>{format.date(paidAt)}</time> },
    { what: "amount", said: format.money(totalMinor, currency) },
    { what: "refunded", said: refundedMinor > 0 && format.money(refundedMinor, currency) },
  ] as const;
  return (
    <dl className="list">
      {facts.map(
        ({ what, said }) =>
          said && (
            <div key={what}>
              <dt>{t(`paid.${what}`)}</dt>
              <dd translate="no">{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
