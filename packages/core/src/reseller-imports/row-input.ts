import { countryOf, givenIn, languageOf } from "../imports/row-values.ts";
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
export function rowInput(cells: readonly string[], mapping: Mapping) {
  const { plan, type, country, language, ...rest } = givenIn(importFields, cells, mapping);
  return {
    ...rest,
    type: type?.toLowerCase().replace(/[\s-]+/g, "_"),
    country: country && countryOf(country),
    language: language && languageOf(language),
    // A name that is no plan's stays: no id, so it is refused instead of falling back to the default plan.
    planId: plan && (mapping.plans.get(plan.toLowerCase()) ?? plan),
    firstSignIn: "link" as const,
  };
}
