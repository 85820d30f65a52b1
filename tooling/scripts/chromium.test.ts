import { expect, test } from "vitest";
import { findAfter } from "./chromium.mjs";

/** Installs that succeed or fail as told, and a search that finds what the successful ones brought. */
function machine(...installs: boolean[]) {
  let brought = false;
  const asked: number[] = [];
  const found = findAfter(
    () => (brought ? "/usr/bin/chromium" : undefined),
    installs.map((works, n) => () => {
      asked.push(n);
      brought ||= works;
      return works;
    }),
  );
  return { found, asked };
}

test("a browser that cannot be downloaded leads to the system's package", () => {
  expect(machine(false, true)).toEqual({ found: "/usr/bin/chromium", asked: [0, 1] });
});

test("the first install that brings a browser is the last", () => {
  expect(machine(true, true)).toEqual({ found: "/usr/bin/chromium", asked: [0] });
});

test("none to be had is told as none", () => {
  expect(machine(false, false)).toEqual({ found: undefined, asked: [0, 1] });
});
