import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Price } from "./types.ts";

/** "€49.00 a month", with the tax that is in it (basis points; 0 = none): "€49.00 a month incl. 19% tax" */
export function usePriceWords(includedTaxBps: number): (price: Price) => string {
  const { t } = useWords("plans");
  const format = useFormat();
  const every = includedTaxBps > 0 ? "everyTaxed" : "every";
  return ({ interval, amountMinor, currency }) =>
    t(`${every}.${interval}`, {
      amount: format.money(amountMinor, currency),
      rate: format.rate(includedTaxBps),
    });
}
