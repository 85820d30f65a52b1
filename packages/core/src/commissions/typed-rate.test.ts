import { expect, it } from "vitest";
import { rateAsTyped, rateFromTyped } from "./typed-rate.ts";

it.each([
  ["12.5", "en", 1_250],
  ["12.5 %", "en", 1_250],
  ["12,5", "de", 1_250],
  ["0", "en", 0],
  ["100", "en", 10_000],
  ["100.01", "en", Number.NaN],
  ["12.345", "en", Number.NaN],
  ["-1", "en", Number.NaN],
  ["", "en", Number.NaN],
  ["ten", "en", Number.NaN],
])("reads %j of %s as %d", (text, language, bps) => expect(rateFromTyped(text, language)).toBe(bps));

it("writes what it reads", () => {
  for (const bps of [0, 1, 10, 1_250, 3_333, 10_000]) expect(rateFromTyped(rateAsTyped(bps), "en")).toBe(bps);
});
