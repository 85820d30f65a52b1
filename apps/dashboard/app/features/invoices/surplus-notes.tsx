import "../../words/invoices.ts";
import { Link } from "react-router";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Invoice, InvoiceRights } from "./types.ts";

/** Money that came too much and is still here; what is being given back is told of as any refund. */
export function SurplusNotes({ invoice, rights }: { invoice: Invoice; rights: InvoiceRights }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const held = invoice.surpluses.filter(
    ({ id, leftMinor }) => leftMinor > 0 && !invoice.refunds.some(({ surplusId }) => surplusId === id),
  );
  return held.map(({ id, leftMinor, currency, reference }) => (
    <Note key={id} kind="warn">
      {t("surplus.came", { amount: format.money(leftMinor, currency), reference })}{" "}
      {rights.giveBack && (
        <Link className="link" to={`/invoices/${invoice.id}/surpluses/${id}/give-back`}>
          {t("giveBack.action")}
        </Link>
      )}
    </Note>
  ));
}
