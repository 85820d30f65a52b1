import { stringify } from "csv-stringify/sync";

/**
 * Rows as lines of a CSV file, formulas made harmless. The file's first lines carry a byte order mark, because
 * spreadsheets guess the encoding otherwise.
 */
export function csvLines(rows: readonly (readonly unknown[])[], { first }: { first: boolean }): string {
  return stringify(rows as unknown[][], { bom: first, escape_formulas: true, record_delimiter: "windows" });
}
