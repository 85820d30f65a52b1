import "../../words/invoices.ts";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Invoice } from "./types.ts";

/** What is under way, and what somebody has to look into. */
export function InvoiceNotes({ invoice }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  return (
    <>
      {invoice.pending && <Note>{t("detail.pending")}</Note>}
      {invoice.odd.map(({ outcome, reference, currency, amountMinor }) => (
        <Note key={`${outcome} ${reference}`} kind="warn">
          {t(outcome === "already_paid" ? "odd.already_paid" : "odd.wrong_amount", {
            amount: format.money(amountMinor, currency),
            reference,
          })}
        </Note>
      ))}
    </>
  );
}
