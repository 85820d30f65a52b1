import { expect, it } from "vitest";
import { statementName } from "./statement-name.ts";

it("gives each text a name of its own, always the same, and none once there are many", () => {
  const texts = Array.from({ length: 400 }, (_, n) => `select ${n} as strange`);
  const named = texts.map(statementName);
  expect(texts.map(statementName)).toEqual(named);
  const given = named.filter((name) => name !== undefined);
  expect(new Set(given).size).toBe(given.length);
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThanOrEqual(200);
  expect(named.at(-1)).toBeUndefined();
});
