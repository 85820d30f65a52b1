import { convert } from "../exchange-rates/convert.ts";

/** What is sent for a sum in another currency. */
export interface Paid {
  currency: string;
  /** By the rate of the run. */
  amountMinor: bigint;
  rate: string;
  source: string;
  /** What the lines were worth when they were decided. What is sent beyond it, or less, is the conversion difference. */
  worthMinor: bigint;
}

/**
 * Converts a sum by the rate of the run, and its parts by the rates that counted when they were decided, each once; a part without one is worth what
 * it is now. Pure.
 */
export function paidFor(
  parts: readonly { rate: string | null; amountMinor: bigint }[],
  currency: string,
  to: Pick<Paid, "currency" | "rate" | "source">,
): Paid {
  const sum = parts.reduce((all, { amountMinor }) => all + amountMinor, 0n);
  const inIt = (amountMinor: bigint, rate: string) =>
    convert({ currency, amountMinor }, to.currency, rate).amountMinor;
  return {
    ...to,
    amountMinor: inIt(sum, to.rate),
    worthMinor: parts.reduce((all, { amountMinor, rate }) => all + inIt(amountMinor, rate ?? to.rate), 0n),
  };
}
