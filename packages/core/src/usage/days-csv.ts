import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import type { usageDaysOutput } from "./days.ts";

/** The words of the file, already in the reader's language. */
export interface CsvWords {
  day: string;
  meter: string;
  quantity: string;
  /** A meter's name by its key. */
  nameOf: (meter: string) => string;
}

/**
 * Usage by day and meter as a CSV file: with a byte order mark, because spreadsheets guess the encoding otherwise, and
 * with formulas made harmless.
 */
export function usageDaysCsv(usage: z.output<typeof usageDaysOutput>, words: CsvWords): string {
  const rows = usage.meters.flatMap(({ meter, days }) =>
    days.map(({ day, quantity }) => [day, words.nameOf(meter), quantity]),
  );
  rows.sort(([a], [b]) => String(a).localeCompare(String(b), "en"));
  return stringify([[words.day, words.meter, words.quantity], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
