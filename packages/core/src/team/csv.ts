import type { z } from "zod";
import { csvLines } from "../kernel/csv.ts";
import type { teamPerson } from "./schemas.ts";

/** The words of the file, already in the reader's language. */
export interface CsvWords {
  heads: string[];
  role: (role: string) => string;
  state: (state: string) => string;
  on: (on: boolean) => string;
}

/** People as a CSV file. */
export function teamCsv(people: z.output<typeof teamPerson>[], words: CsvWords): string {
  const rows = people.map((one) => [
    ...[one.name, one.email, words.role(one.role), words.state(one.state)],
    ...[one.joinedAt, one.lastSeenAt ?? "", one.sessions, words.on(one.secondFactor)],
  ]);
  return csvLines([words.heads, ...rows], { first: true });
}
