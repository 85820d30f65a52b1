import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Price } from "./types.ts";

/** "€49.00 a month" */
export function usePriceWords(): (price: Price) => string {
  const { t } = useWords("plans");
  const format = useFormat();
  return ({ interval, amountMinor, currency }) =>
    t(`every.${interval}`, { amount: format.money(amountMinor, currency) });
}
