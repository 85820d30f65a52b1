import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { fieldError } from "../kernel/errors.ts";

/**
 * A phone number as it is stored: E.164, e.g. "+31207940182". `country` (ISO 3166-1 alpha-2) is what the number is
 * read in when it does not start with "+". Throws a field error at `pointer` when no such number exists.
 */
export function toE164(pointer: string, text: string, country: string | undefined): string {
  const number = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  if (!number?.isValid()) throw fieldError(pointer, "phone_wrong");
  return number.number;
}

/** A stored number as people read it: "+31 20 794 0182". */
export function showPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
