import "../../words/payment-links.ts";
import { useWords } from "../../words/use-words.tsx";
import type { OpenedInvoice } from "./types.ts";

/** What a transfer has to carry: whom it goes to, and by what it is known. */
export function TransferFacts({ invoice: { account, code } }: { invoice: OpenedInvoice }) {
  const { t } = useWords("payment-links");
  const facts = [
    { what: "holder", said: account?.holder },
    { what: "iban", said: account?.iban },
    { what: "bic", said: account?.bic },
    { what: "reference", said: code },
  ] as const;
  return (
    <dl className="list">
      {facts.map(
        ({ what, said }) =>
          said && (
            <div key={what}>
              <dt>{t(`pay.${what}`)}</dt>
              <dd className="wrap-any" translate="no">
                {said}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
