import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";
import type { Country } from "../ui/phone-field.tsx";

const lists = new Map<string, Country[]>();

/** Every country with a calling code, named in the reader's language. Called in loaders: the browser gets the list only. */
export function countries(language: string): Country[] {
  const known = lists.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: "region" });
  const list = getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, dial: getCountryCallingCode(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  lists.set(language, list);
  return list;
}
