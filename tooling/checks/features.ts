/** What vitest's JSON report says about one test. */
export interface TestRecord {
  file: string;
  name: string;
  passed: boolean;
}

interface Row {
  line: number;
  id: string;
  state: string;
  where: string;
  test: string;
}

/**
 * Finds what is wrong with docs/features.tsv: unknown, missing or double IDs, states that do not exist, claims
 * without a test, and, when the last test run is given, named tests that did not run or did not pass.
 * A test is named `path/to/file.test.ts > fragment of its name`; several stand behind each other with "; ".
 */
export function checkFeatures(table: string, ids: string[], run: TestRecord[] | undefined): string[] {
  const rows = parse(table);
  const known = new Set(ids);
  const listed = rows.map(({ id }) => id);
  return [
    ...ids.filter((id) => !listed.includes(id)).map((id) => `docs/features.tsv: no row for ${id}`),
    ...rows.flatMap((row) => {
      const problems = rowProblems(row, run);
      if (!known.has(row.id)) problems.push(`unknown ID ${row.id}`);
      else if (listed.indexOf(row.id) !== listed.lastIndexOf(row.id)) problems.push(`${row.id} stands twice`);
      return problems.map((problem) => `docs/features.tsv:${row.line}: ${problem}`);
    }),
  ];
}

function parse(table: string): Row[] {
  return table
    .split("\n")
    .map((text, index) => ({ text, line: index + 1 }))
    .slice(1)
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, line }) => {
      const [id = "", state = "", where = "", test = ""] = text.split("\t").map((cell) => cell.trim());
      return { line, id, state, where, test };
    });
}

function rowProblems({ id, state, where, test }: Row, run: TestRecord[] | undefined): string[] {
  if (!["works", "partial", "missing"].includes(state)) return [`${id}: "${state}" is no state`];
  if (state === "missing") return test ? [`${id} is missing and names a test`] : [];
  if (!where || !test) return [`${id} ${state} without saying where and naming a test`];
  return test.split("; ").flatMap((named) => testProblems(id, named, run));
}

function testProblems(id: string, named: string, run: TestRecord[] | undefined): string[] {
  const [file, ...names] = named.split(" > ");
  const fragment = names.join(" ");
  if (!file || !fragment) return [`${id}: "${named}" is not "file.test.ts > name"`];
  if (!run) return [];
  const found = run.filter((record) => record.file === file && record.name.includes(fragment));
  if (found.length === 0) return [`${id}: ${named} did not run`];
  return found.every(({ passed }) => passed) ? [] : [`${id}: ${named} did not pass`];
}
