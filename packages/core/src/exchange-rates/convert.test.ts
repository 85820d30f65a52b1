import fc from "fast-check";
import { expect, it } from "vitest";
import { convert, shortRate } from "./convert.ts";

it.each([
  [1_000n, "EUR", "USD", "1.0834", 1_083n],
  [1_000n, "EUR", "USD", "1.0835", 1_084n],
  [1_000n, "EUR", "USD", "1.0845", 1_084n],
  [-1_000n, "EUR", "USD", "1.0845", -1_084n],
  // Yen have no cents, dinars have a thousand fils.
  [1_050n, "EUR", "JPY", "163.5", 1_717n],
  [163n, "JPY", "EUR", "0.0061", 99n],
  [1_000n, "EUR", "KWD", "0.3312", 3_312n],
  [3_312n, "KWD", "EUR", "3.019", 1_000n],
  [5n, "USD", "EUR", "0.000000000001", 0n],
])("%s of %s is so much %s at %s", (amountMinor, currency, to, rate, expected) => {
  expect(convert({ amountMinor, currency }, to, rate)).toEqual({ currency: to, amountMinor: expected });
});

it("is the same up and down, whole at 1, and never more than half a unit off", () => {
  // Nine digits behind the point: one more would be read as ten.
  const rates = fc
    .integer({ min: 1, max: 10 ** 9 - 1 })
    .map((units) => `0.${String(units).padStart(9, "0")}`);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), rates, (amountMinor, rate) => {
      const of = (minor: bigint, at = rate) =>
        convert({ amountMinor: minor, currency: "EUR" }, "USD", at).amountMinor;
      expect(of(-amountMinor)).toBe(-of(amountMinor));
      expect(of(amountMinor, "1")).toBe(amountMinor);
      const exact = amountMinor * BigInt(rate.slice(2));
      const off = of(amountMinor) * 10n ** 9n - exact;
      expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(10n ** 9n);
    }),
  );
});

it.each([
  ["1.083400000000", "1.0834"],
  ["163.000000000000", "163"],
  ["100", "100"],
])("tells %s as %s", (rate, told) => expect(shortRate(rate)).toBe(told));
