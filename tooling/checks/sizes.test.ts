import { expect, test } from "vitest";
import { checkSizes } from "./sizes.ts";

const file = (path: string, lines: number) => ({ path, text: "x\n".repeat(lines) });
const small = Array.from({ length: 9 }, (_, index) => file(`packages/core/src/${index}.ts`, 20));

test("300 lines are the most, in tests and styles too", () => {
  const at = (lines: number) => checkSizes([...small, file("a.css", lines), file("b.test.ts", lines)]);
  expect(at(300)).toEqual([]);
  expect(at(301)).toEqual(["a.css: 301 lines, more than 300", "b.test.ts: 301 lines, more than 300"]);
});

test("generated files may be long", () => {
  expect(checkSizes([...small, file("packages/db/src/types.gen.ts", 900)])).toEqual([]);
});

test("the median stays under 80, whatever styles and tests weigh", () => {
  expect(checkSizes([file("a.ts", 79), file("b.test.ts", 200), file("c.css", 200)])).toEqual([]);
  expect(checkSizes([file("a.ts", 80)])).toHaveLength(1);
});
