import { getCountries } from "libphonenumber-js/min";

/** ISO 3166-1 alpha-2 codes a form may offer. */
export const countries: readonly string[] = getCountries();

const known = new Set<string>(countries);

export function isCountry(code: string): boolean {
  return known.has(code);
}

/** Languages an account can be written to in, as BCP 47 tags. */
export const languages = ["en", "de", "es", "fr", "it", "nl", "pt", "ar"] as const;
