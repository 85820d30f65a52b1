import "../../words/reports.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { lastBefore } from "../invoices/days.ts";
import type { Leak } from "./types.ts";

/** What a line says of itself. */
export function useLeakSentence(): (leak: Leak) => string {
  const { t } = useWords("reports");
  const format = useFormat();
  return ({ kind, since, period, currency, amountMinor, quantity, billedQuantity, daysLate }) => {
    const date = format.day(since);
    if (kind === "unpaid_over_days") return t("leakage.why.unpaid", { date, count: daysLate ?? 0 });
    if (!period?.to) return t("leakage.why.late", { date });
    const days = { period: format.range(period.from, lastBefore(period.to)) };
    if (kind !== "quantity_differs") return t(`leakage.why.${kind}`, days);
    if (quantity !== billedQuantity)
      return t("leakage.why.quantity", { ...days, quantity: quantity ?? 0, billed: billedQuantity ?? 0 });
    const amount = format.money(Math.abs(amountMinor), currency);
    return t(amountMinor > 0 ? "leakage.why.less" : "leakage.why.more", { ...days, amount });
  };
}
