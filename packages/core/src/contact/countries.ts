import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";

/** ISO 3166-1 alpha-2 codes a form may offer. */
export const countries: readonly string[] = getCountries();

const known = new Set<string>(countries);

export function isCountry(code: string): boolean {
  return known.has(code);
}

/** Every country with its name in `language` and its calling code, sorted by name. For lists drawn on the server. */
export function countryList(language: string): { code: string; name: string; callingCode: string }[] {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Languages an account can be written to in, as BCP 47 tags. */
export const languages = ["en", "de", "es", "fr", "it", "nl", "pt", "ar"] as const;
