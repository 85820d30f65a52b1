import { expect, test } from "vitest";
import { checkModuleState } from "./module-state.ts";

const path = "packages/core/src/branding/load.ts";
const check = (text: string, allowed = {}) => checkModuleState([{ path, text }], allowed);

test.each([
  "let last = null;",
  "const cache = new Map();",
  "export const seen = new Set<string>();",
  "const rows = [];",
])("%s is found", (text) => expect(check(text)).toHaveLength(1));

test("tables of constants and state inside a function are fine", () => {
  expect(check('const kinds = new Set(["a"]); function f() { let x = 1; const m = new Map(); }')).toEqual([]);
});

test("the allow-list needs no dead entries", () => {
  const key = `${path}#cache`;
  expect(check("const cache = new Map();", { [key]: "keyed by tenant" })).toEqual([]);
  expect(check("", { [key]: "keyed by tenant" })).toEqual([
    `tooling/checks/module-state.json: nothing is called ${key}`,
  ]);
});

test("the file a process begins with may keep state, the one that answers requests may not", () => {
  const at = (path: string) => checkModuleState([{ path, text: "let stopping = false;" }], {});
  expect(at("apps/api/src/worker.ts")).toEqual([]);
  expect(at("apps/dashboard/server.ts")).toHaveLength(1);
});
