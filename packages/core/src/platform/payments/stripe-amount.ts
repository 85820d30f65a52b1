import { exponentOf } from "../../kernel/money.ts";

/** Currencies that Stripe counts without decimals, and with three; all others with two, whatever they have elsewhere. */
const noDecimals = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const threeDecimals = new Set("BHD JOD KWD OMR TND".split(" "));

/** An amount as Stripe takes it; undefined where it takes no such amount of this currency: of three decimals the last is zero. */
export function toStripe(amountMinor: number, currency: string): number | undefined {
  const amount = moved(amountMinor, shiftOf(currency));
  return amount !== undefined && threeDecimals.has(currency) && amount % 10 !== 0 ? undefined : amount;
}

/** An amount as Stripe tells it, in minor units; undefined for a part of one. */
export function fromStripe(amount: number, currency: string): number | undefined {
  return moved(amount, -shiftOf(currency));
}

function shiftOf(currency: string): number {
  const theirs = noDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2;
  return theirs - exponentOf(currency);
}

function moved(amount: number, places: number): number | undefined {
  const to = places < 0 ? amount / 10 ** -places : amount * 10 ** places;
  return Number.isSafeInteger(to) ? to : undefined;
}
