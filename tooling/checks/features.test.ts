import { expect, test } from "vitest";
import { checkFeatures } from "./features.ts";

const table = (...rows: string[]) => `id\tstate\twhere\ttest\n${rows.join("\n")}\n`;
const works = "B-01\tworks\t/partners\ta.test.ts > page > lists resellers";
const ran = (passed: boolean) => [{ file: "a.test.ts", name: "page lists resellers by name", passed }];

test("a true table is fine, with and without a test run", () => {
  expect(checkFeatures(table(works, "B-02\tmissing\t\t"), ["B-01", "B-02"], undefined)).toEqual([]);
  expect(checkFeatures(table(works), ["B-01"], ran(true))).toEqual([]);
});

test.each([
  ["an ID that nobody knows", table("Q-01\tmissing\t\t"), "unknown ID Q-01"],
  ["an ID without a row", table(), "no row for B-01"],
  ["an ID that stands twice", table(works, works), "stands twice"],
  ["a state that does not exist", table("B-01\tdone\t/x\ta.test.ts > x"), "is no state"],
  ["a claim without a test", table("B-01\tworks\t/x\t"), "without saying where"],
  ["a missing feature with a test", table("B-01\tmissing\t\ta.test.ts > x"), "names a test"],
])("%s is found", (_, text, expected) => {
  expect(checkFeatures(text, ["B-01"], undefined).join("\n")).toContain(expected);
});

test("a named test that did not run or did not pass is found", () => {
  expect(checkFeatures(table(works), ["B-01"], [])[0]).toContain("did not run");
  expect(checkFeatures(table(works), ["B-01"], ran(false))[0]).toContain("did not pass");
});
