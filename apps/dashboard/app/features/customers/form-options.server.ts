import { countries } from "../../request/countries.ts";
import type { Choice } from "../../ui/select.tsx";

/** Every country by name. */
export function countryChoices(): Choice[] {
  return countries("en").map(({ code, name }) => ({ value: code, label: name, isData: true }));
}
