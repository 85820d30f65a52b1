import "../../words/subscriptions.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Interval } from "./types.ts";

/** "€10.00 a month", or "€10.00 a month incl. tax" where the seller says its prices so. */
export function usePrice(): (
  amountMinor: number,
  currency: string,
  interval: Interval,
  pricesIncludeTax: boolean,
) => string {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  return (amountMinor, currency, interval, pricesIncludeTax) =>
    t(`${pricesIncludeTax ? "everyTaxed" : "every"}.${interval}`, {
      amount: format.money(amountMinor, currency),
    });
}
