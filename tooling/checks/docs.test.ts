import { expect, test } from "vitest";
import { checkDocs } from "./docs.ts";

const tree = { path: "packages/core/src/policy.ts", text: "" };
const check = (text: string) => checkDocs([tree, { path: "README.md", text }]);

test("a path that is gone is found with its line", () => {
  expect(check("x\nsee `packages/core/src/polisy.ts`")).toEqual([
    "README.md:2: packages/core/src/polisy.ts does not exist",
  ]);
});

test("files, folders, lines, patterns and other words are fine", () => {
  expect(
    check("`packages/core/` `packages/core/src/policy.ts:12` `apps/*/x` `npm start` `text/csv`"),
  ).toEqual([]);
});
