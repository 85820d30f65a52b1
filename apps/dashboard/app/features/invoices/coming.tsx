import "../../words/invoices.ts";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Coming, Invoice } from "./types.ts";

const ways = ["test", "bank", "stripe"] as const;

/** Payments that are on their way, and what becomes of the invoice with them. */
export function ComingNotes({ invoice }: { invoice: Pick<Invoice, "coming" | "state" | "dunning"> }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const { coming, state, dunning } = invoice;
  const isOwed = state === "open" || state === "uncollectible";
  return coming.map((one) => {
    const { amountMinor, currency, since, provider } = one;
    const way = ways.find((each) => each === provider);
    const about = {
      amount: format.money(amountMinor, currency),
      date: format.date(since),
      by: way ? t(`payments.provider.${way}`) : provider,
    };
    return (
      <Note key={`${provider} ${since}`}>
        {t("coming.note", about)} {t(isOwed ? "coming.pays" : "coming.tooMuch")}
        {state === "open" && dunning?.heldUntil && (
          <> {t("coming.reminders", { date: format.date(dunning.heldUntil) })}</>
        )}
      </Note>
    );
  });
}

/** What a dialog says before something is done while payments are on their way: what happens if they arrive. */
export function useComingLines(coming: readonly Coming[], then: "pays" | "tooMuch"): string[] {
  const { t } = useWords("invoices");
  const format = useFormat();
  return coming.map(({ amountMinor, currency, since }) =>
    t(`coming.first.${then}`, { amount: format.money(amountMinor, currency), date: format.date(since) }),
  );
}
