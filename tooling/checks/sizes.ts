import { isGenerated, isTest, type Source } from "./source.ts";

const LONGEST = 300;
const MEDIAN = 80;

/** Finds source files of more than 300 lines, and a median that is not under 80. Tests count for the first only. */
export function checkSizes(sources: Source[]): string[] {
  const written = sources.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file.path) && !isGenerated(file));
  const long = written
    .map((file) => ({ path: file.path, lines: linesOf(file) }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path}: ${lines} lines, more than ${LONGEST}`);
  const code = written.filter((file) => !file.path.endsWith(".css") && !isTest(file)).map(linesOf);
  const median = code.sort((a, b) => a - b)[Math.floor(code.length / 2)] ?? 0;
  return median < MEDIAN
    ? long
    : [...long, `The median of the source files is ${median} lines, not under ${MEDIAN}`];
}

function linesOf({ text }: Source): number {
  return text.replace(/\n$/, "").split("\n").length;
}
