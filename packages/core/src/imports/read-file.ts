import { CsvError, parse } from "csv-parse/sync";
import { fieldError } from "../kernel/errors.ts";
import { mostColumns, mostRows } from "./schemas.ts";

interface File {
  head: string[];
  rows: { line: number; cells: string[] }[];
}

/**
 * A CSV file as its head and rows, with the line each begins at. Takes commas, semicolons and tabs, whichever the head
 * uses most, and a byte order mark. Throws a field error at `/csv` that names the line where the file breaks.
 */
export function readFile(csv: string): File {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    // The parser counts a CR LF inside quotation marks as two lines.
    records = parse(csv.replaceAll("\r\n", "\n"), {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fieldError("/csv", "csv_broken", { line: Number(error.lines ?? 1) });
  }
  const [first, ...rest] = records.filter(({ record }) => record.some((cell) => cell !== ""));
  if (!first || rest.length === 0) throw fieldError("/csv", "csv_empty");
  if (csv.includes("\ufffd")) throw fieldError("/csv", "csv_encoding");
  if (first.record.length > mostColumns) throw fieldError("/csv", "csv_columns", { maximum: mostColumns });
  if (rest.length > mostRows) throw fieldError("/csv", "csv_rows", { maximum: mostRows });
  // `info.lines` is where a record ends; what it spans is in its own line breaks.
  const rows = rest.map(({ record, info }) => ({
    line: info.lines - breaksIn(record),
    cells: record.map(unescaped),
  }));
  return { head: first.record, rows };
}

function delimiterOf(csv: string): string {
  const head = csv.slice(0, csv.search(/[\r\n]|$/));
  const count = (sign: string) => head.split(sign).length;
  return [",", ";", "\t"].toSorted((one, other) => count(other) - count(one))[0]!;
}

function breaksIn(record: string[]): number {
  return record.reduce((sum, cell) => sum + cell.split(/\r|\n/).length - 1, 0);
}

/** Our own files make formulas harmless by a quotation mark in front (kernel/csv.ts); it is not part of the value. */
function unescaped(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
