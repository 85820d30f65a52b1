import { countries, languages } from "../contact/countries.ts";
import { type ImportField, importFields } from "./schemas.ts";

export interface Mapping {
  columns: Partial<Record<ImportField, number>>;
  defaults: Partial<Record<ImportField, string>>;
  /** Live plans by name in lower case. */
  plans: Map<string, string>;
}

/**
 * A row as `reseller.create` takes it. Types, countries and languages may be written as people do ("Own plans",
 * "Netherlands", "Dutch"); what is none of them stays as it is, for the verb to refuse. Pure.
 */
export function rowInput(cells: readonly string[], { columns, defaults, plans }: Mapping) {
  const given: Partial<Record<ImportField, string>> = {};
  for (const field of importFields) {
    const place = columns[field];
    const value = (place === undefined ? "" : (cells[place] ?? "")) || defaults[field];
    if (value) given[field] = value;
  }
  const { plan, type, country, language, ...rest } = given;
  return {
    ...rest,
    type: type?.toLowerCase().replace(/[\s-]+/g, "_"),
    country: country && codeOf(country, countryNames(), country.toUpperCase()),
    language: language && codeOf(language, languageNames(), language.toLowerCase()),
    // A name that is no plan's stays: no id, so it is refused instead of falling back to the default plan.
    planId: plan && (plans.get(plan.toLowerCase()) ?? plan),
    firstSignIn: "link" as const,
  };
}

function codeOf(text: string, names: Map<string, string>, code: string): string {
  return names.get(text.toLowerCase()) ?? code;
}

const countryNames = once(() => namesIn("region", countries));
const languageNames = once(() => namesIn("language", languages));

/** Code by its English name and by itself, in lower case. */
function namesIn(type: "region" | "language", codes: readonly string[]): Map<string, string> {
  const names = new Intl.DisplayNames(["en"], { type });
  return new Map(
    codes.flatMap((code) => [
      [code.toLowerCase(), code],
      [(names.of(code) ?? code).toLowerCase(), code],
    ]),
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
