import type { FieldError } from "@tenantry/core/kernel/errors";
import { csvFile } from "../../request/csv-file.server.ts";

const outcomes = ["wrong", "failed"] as const;

interface Page {
  rows: { cells: string[]; problems: FieldError[] }[];
  next: string | null;
}

/** The rows that became nothing, as they came, with the reason at the end: put right, the file can be imported. */
export function problemsFile(
  head: string[],
  reason: string,
  read: (at: {
    state: (typeof outcomes)[number];
    cursor: string | undefined;
    limit: number;
  }) => Promise<Page>,
  wordsOf: (problems: FieldError[]) => string[],
): Promise<Response> {
  return csvFile("rows-left-out", [...head, reason], async (place) => {
    // The place says which of the two outcomes is being read, and where in it.
    const [at = "0", cursor] = (place ?? "0").split(" ");
    const page = await read({ state: outcomes[Number(at)]!, cursor, limit: 100 });
    const rows = page.rows.map(({ cells, problems }) => [
      ...head.map((_, column) => cells[column] ?? ""),
      wordsOf(problems).join(" "),
    ]);
    const further = Number(at) + 1 < outcomes.length ? String(Number(at) + 1) : null;
    return { rows, next: page.next ? `${at} ${page.next}` : further };
  });
}
