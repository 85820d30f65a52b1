import { expect, it } from "vitest";
import { rateForm } from "./convert.ts";
import { exchangeRateFromTyped } from "./typed-rate.ts";

it.each([
  [" 1.0834 ", "en", "1.0834"],
  ["1,0834", "de", "1.0834"],
  ["163", "de", "163"],
])("takes %s in %s for %s", (typed, language, rate) =>
  expect(exchangeRateFromTyped(typed, language)).toBe(rate),
);

it.each([
  ["1,0834", "en"],
  ["1.083", "de"],
  ["1.0.8", "en"],
  ["", "en"],
])("takes %s in %s for none", (typed, language) =>
  expect(rateForm.test(exchangeRateFromTyped(typed, language))).toBe(false),
);
