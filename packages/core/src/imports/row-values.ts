import { countries, languages } from "../contact/countries.ts";

/** What a row gives of each field: its column's cell, or what all get that leave it empty. Pure. */
export function givenIn<F extends string>(
  fields: readonly F[],
  cells: readonly string[],
  { columns, defaults }: { columns: Partial<Record<F, number>>; defaults: Partial<Record<F, string>> },
): Partial<Record<F, string>> {
  const given: Partial<Record<F, string>> = {};
  for (const field of fields) {
    const place = columns[field];
    const value = (place === undefined ? "" : (cells[place] ?? "")) || defaults[field];
    if (value) given[field] = value;
  }
  return given;
}

/** Countries and languages may be written as people do ("Netherlands", "Dutch"); what is none stays as it is. Pure. */
export function countryOf(text: string): string {
  return countryNames().get(text.toLowerCase()) ?? text.toUpperCase();
}

export function languageOf(text: string): string {
  return languageNames().get(text.toLowerCase()) ?? text.toLowerCase();
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
