import "../../words/subscriptions.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Interval } from "./types.ts";

/** "€10.00 a month" */
export function usePrice(): (amountMinor: number, currency: string, interval: Interval) => string {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  return (amountMinor, currency, interval) =>
    t(`every.${interval}`, { amount: format.money(amountMinor, currency) });
}
