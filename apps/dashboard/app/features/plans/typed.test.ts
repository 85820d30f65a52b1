import { expect, it } from "vitest";
import { amountOf } from "./typed.server.ts";

it.each([
  ["49.00", "EUR", 4_900],
  ["1,234", "EUR", 123_400],
  ["1,234.5", "EUR", 123_450],
  ["12,50", "EUR", 1_250],
  ["12,5", "EUR", 1_250],
  ["1.234,50", "EUR", 123_450],
  ["12,50", "JPY", "wrong"],
  ["1,23,45", "EUR", "wrong"],
  ["1.234", "EUR", "wrong"],
  ["12,345", "KWD", 12_345_000],
  ["", "EUR", undefined],
])(
  "an amount typed as %s in %s is %s: a decimal comma where nothing else can be meant",
  (text, currency, amount) => {
    expect(amountOf(text, currency)).toBe(amount);
  },
);
