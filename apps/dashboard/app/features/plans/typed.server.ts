import { fromTyped, toDecimal } from "@tenantry/core/kernel/money";

/** The pages' formats are British English (root.tsx); what is typed is read the same way, */
const language = "en-GB";

/** and as elsewhere where it can be meant in no other way: "12,50" and "1.234,50" end like no group of three. */
const elsewhere = "de";
const decimalComma = /,\d{1,2}\s*$/;

/** An amount in minor units, undefined for an empty field, "wrong" for what is none. */
export function amountOf(text: string, currency: string): number | undefined | "wrong" {
  if (text.trim() === "") return undefined;
  const money = fromTyped(text, currency, decimalComma.test(text) ? elsewhere : language);
  const amount = Number(money?.amountMinor ?? Number.NaN);
  return Number.isSafeInteger(amount) ? amount : "wrong";
}

/** Units, with or without groups: "10,000". */
export function unitsOf(text: string): number | undefined | "wrong" {
  const typed = text.trim();
  if (typed === "") return undefined;
  return /^(\d{1,15}|\d{1,3}([ ,]\d{3}){1,4})$/.test(typed) ? Number(typed.replace(/[ ,]/g, "")) : "wrong";
}

/** How a stored amount stands in its field. */
export function typedAmount(amountMinor: number | null, currency: string): string {
  return amountMinor === null ? "" : toDecimal({ currency, amountMinor: BigInt(amountMinor) });
}
