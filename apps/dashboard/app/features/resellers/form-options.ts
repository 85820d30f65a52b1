import type { Country } from "../../ui/phone-field.tsx";
import type { Choice } from "../../ui/select.tsx";
import type { ResellerType } from "./types.ts";

/** The lists behind the form's selects, made in the loader. */
export interface ResellerFormOptions {
  /** countries() of request/countries.ts. */
  countries: Country[];
  /** Where phone numbers start: the agency's own country. */
  homeCountry: string;
  /** Code and name, each language in its own words (isData). */
  languages: Choice[];
  /** Names (isData). */
  plans: Choice[];
  /** Whom it can be put under; undefined where there is no choice. */
  uplines?: Choice[];
  /** Types that may be created; undefined = all of them. */
  types?: readonly ResellerType[];
  /** What follows the login domain, ".partner.novachat.app", and what stands before it, "https://". */
  address: { before: string; after: string };
}
