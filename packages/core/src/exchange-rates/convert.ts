import { divideHalfEven, exponentOf, type Money } from "../kernel/money.ts";

/** Digits after the decimal sign that a rate has at most. */
const mostDecimals = 12;

/** Digits before it: more than any currency is worth in another, and few enough for every amount to be told. */
const mostWhole = 7;

/** "1.0834", as the database and the API tell a rate. */
export const rateForm = new RegExp(`^\\d{1,${mostWhole}}(\\.\\d{1,${mostDecimals}})?$`);

/** "1.083400000000" -> "1.0834". Pure. */
export function shortRate(rate: string): string {
  return rate.includes(".") ? rate.replace(/\.?0+$/, "") : rate;
}

/**
 * An amount in another currency, `rate` units of which one unit is worth, in whole minor units of it, half to even; the sign does not change how it
 * rounds. `rate` is a decimal as above. Pure.
 */
export function convert({ amountMinor, currency }: Money, to: string, rate: string): Money {
  const [whole = "", fraction = ""] = rate.split(".");
  const scaled = BigInt(whole + fraction);
  const shift = exponentOf(to) - exponentOf(currency) - fraction.length;
  const dividend = amountMinor * scaled * 10n ** BigInt(Math.max(shift, 0));
  return { currency: to, amountMinor: divideHalfEven(dividend, 10n ** BigInt(Math.max(-shift, 0))) };
}
