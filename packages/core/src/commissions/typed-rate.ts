import { fromTyped, toDecimal } from "../kernel/money.ts";

/** Basis points are hundredths of a percent, as cents are of a euro: one way of reading what people type. */
const hundredths = "EUR";

/** A rate as a person of `language` types it, with or without a percent sign: "12.5", "12,5 %". NaN when it is none. */
export function rateFromTyped(text: string, language: string): number {
  const typed = fromTyped(text.replace(/\s*%\s*$/, ""), hundredths, language);
  return typed && typed.amountMinor <= 10_000n ? Number(typed.amountMinor) : Number.NaN;
}

/** "12.5" of 1250, for a form's field. */
export function rateAsTyped(rateBps: number): string {
  return String(Number(toDecimal({ currency: hundredths, amountMinor: BigInt(rateBps) })));
}
