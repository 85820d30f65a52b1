import { electronicFormatIBAN, friendlyFormatIBAN, isValidBIC, isValidIBAN } from "ibantools";
import { z } from "zod";

/** An IBAN however it is spaced, kept without spaces; null for none. */
export const iban = z
  .string()
  .max(50, "too_long")
  .transform((typed) => electronicFormatIBAN(typed) ?? "")
  .refine((value) => isValidIBAN(value), "iban_wrong")
  .nullable();

/** A bank's identifier; only banks outside the euro area ask for it. */
export const bic = z
  .string()
  .max(20, "too_long")
  .transform((typed) => typed.replace(/\s/g, "").toUpperCase())
  .refine((value) => isValidBIC(value), "bic_wrong")
  .nullable();

/** "DE•••3000": enough to know an account again by. */
export function maskedIban(value: string): string {
  return `${value.slice(0, 2)}•••${value.slice(-4)}`;
}

/** In groups of four, as people read and copy it. */
export function spacedIban(value: string): string {
  return friendlyFormatIBAN(value) ?? value;
}
