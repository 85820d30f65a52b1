import type { z } from "zod";
import { csvLines } from "../kernel/csv.ts";
import type { usageDaysOutput } from "./days.ts";

/** The words of the file, already in the reader's language. */
export interface CsvWords {
  day: string;
  meter: string;
  quantity: string;
  /** A meter's name by its key. */
  nameOf: (meter: string) => string;
}

/** Usage by day and meter as a CSV file. */
export function usageDaysCsv(usage: z.output<typeof usageDaysOutput>, words: CsvWords): string {
  const rows = usage.meters.flatMap(({ meter, days }) =>
    days.map(({ day, quantity }) => [day, words.nameOf(meter), quantity]),
  );
  rows.sort(([a], [b]) => String(a).localeCompare(String(b), "en"));
  return csvLines([[words.day, words.meter, words.quantity], ...rows], { first: true });
}
