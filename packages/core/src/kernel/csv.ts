import { stringify } from "csv-stringify/sync";

/** Starts like a formula and is none: what was taken back has to add up with what was earned. */
const negative = /^-\d+(\.\d+)?$/;

/**
 * Rows as lines of a CSV file, formulas made harmless. The file's first lines carry a byte order mark, because
 * spreadsheets guess the encoding otherwise.
 */
export function csvLines(rows: readonly (readonly unknown[])[], { first }: { first: boolean }): string {
  return stringify(rows as unknown[][], {
    bom: first,
    escape_formulas: true,
    record_delimiter: "windows",
    cast: { string: (value) => (negative.test(value) ? { value, escape_formulas: false } : value) },
  });
}
