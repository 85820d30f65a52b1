import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkFloors, type Floor } from "./floors.ts";

const real = JSON.parse(readFileSync(new URL("./floors.json", import.meta.url), "utf8")) as Floor[];
const locked = (...entries: string[]) =>
  `lockfileVersion: '9.0'\n\npackages:\n\n${entries.map((entry) => `  ${entry}:\n    resolution: {}\n`).join("\n")}\nsnapshots:\n\n  hono@1.0.0: {}\n`;

test.each([
  "hono@4.12.33",
  "vite@6.4.2",
  "vite@7.3.4",
  "vite@5.9.9",
  "'@react-router/dev@7.18.1'",
  "postgres@3.4.9",
])("%s is too old", (entry) => expect(checkFloors(locked(entry), real)).toHaveLength(1));

test.each([
  "hono@4.12.34",
  "hono@4.13.19",
  "vite@6.4.3",
  "vite@7.3.5",
  "vite@8.0.0",
  "'@hono/node-server@2.1.8'",
])("%s is fine", (entry) => expect(checkFloors(locked(entry), real)).toEqual([]));

test("this checkout's lockfile stands above every floor, and is read at all", () => {
  const lockfile = readFileSync(new URL("../../pnpm-lock.yaml", import.meta.url), "utf8");
  expect(checkFloors(lockfile, real)).toEqual([]);
  expect(checkFloors(lockfile, [{ package: "hono", floors: ["999.0.0"], closes: "" }])).toHaveLength(1);
});
