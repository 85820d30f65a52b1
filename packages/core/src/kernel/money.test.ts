import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allocate,
  currencies,
  divideHalfEven,
  exponentOf,
  fromTyped,
  isCurrency,
  plus,
  shareOf,
  times,
  toDecimal,
} from "./money.ts";

const bound = 2n ** 63n - 1n;
const minor = fc.bigInt(-bound, bound);
// None, two and three decimals, and whatever else there is.
const currency = fc.oneof(
  fc.constantFrom("JPY", "EUR", "KWD", "USD", "BHD", "KRW"),
  fc.constantFrom(...currencies),
);
// Two hundred thousand in all in the long form.
const runs = { numRuns: process.env.SOAK === "1" ? 50_000 : 5_000 };

describe("money (T42)", () => {
  it("knows how many decimals a currency has", () => {
    expect(["JPY", "EUR", "KWD"].map(exponentOf)).toEqual([0, 2, 3]);
    expect(isCurrency("EUR")).toBe(true);
    expect(isCurrency("EURO")).toBe(false);
    expect(() => exponentOf("eur")).toThrow(RangeError);
  });

  it("rounds halves to the even neighbour, the same below zero", () => {
    const halves = [5n, 15n, 25n, 35n, 45n].map((n) => divideHalfEven(n, 10n));
    expect(halves).toEqual([0n, 2n, 2n, 4n, 4n]);
    fc.assert(
      fc.property(minor, fc.bigInt(1n, 10n ** 12n), (dividend, divisor) => {
        const quotient = divideHalfEven(dividend, divisor);
        const off = (quotient * divisor - dividend) * 2n;
        const distance = off < 0n ? -off : off;
        expect(distance <= divisor).toBe(true);
        if (distance === divisor) expect(quotient % 2n).toBe(0n);
        expect(divideHalfEven(-dividend, divisor)).toBe(-quotient);
      }),
      runs,
    );
  });

  it("shares out so that the parts add up, none off by a unit or more from its exact share", () => {
    const weights = fc
      .array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0n));
    fc.assert(
      fc.property(minor, currency, weights, (amountMinor, code, all) => {
        const total = all.reduce((sum, weight) => sum + weight, 0n);
        const parts = allocate({ currency: code, amountMinor }, all).map((part) => part.amountMinor);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amountMinor);
        parts.forEach((part, index) => {
          const off = part * total - amountMinor * all[index]!;
          expect((off < 0n ? -off : off) < total).toBe(true);
        });
        const mirrored = allocate({ currency: code, amountMinor: -amountMinor }, all);
        expect(mirrored.map((part) => -part.amountMinor)).toEqual(parts);
      }),
      runs,
    );
  });

  it("takes a share in basis points within half a unit, whole for 10,000", () => {
    fc.assert(
      fc.property(fc.bigInt(-bound, bound), currency, fc.bigInt(0n, 10_000n), (amountMinor, code, rate) => {
        const share = shareOf({ currency: code, amountMinor }, rate);
        const off = (share.amountMinor * 10_000n - amountMinor * rate) * 2n;
        expect((off < 0n ? -off : off) <= 10_000n).toBe(true);
        expect(shareOf({ currency: code, amountMinor }, 10_000n).amountMinor).toBe(amountMinor);
      }),
      runs,
    );
  });

  it("reads what it writes, in every currency and in the signs of the language", () => {
    const language = fc.constantFrom("en", "en-GB", "de", "fr", "pt", "nl", "da");
    fc.assert(
      fc.property(fc.bigInt(0n, bound), currency, language, (amountMinor, code, spoken) => {
        const money = { currency: code, amountMinor };
        const decimal = toDecimal(money);
        expect(fromTyped(decimal, code, "en")).toEqual(money);
        // Strings keep every digit; the types of Intl ask for their exact form.
        const typed = new Intl.NumberFormat(spoken, {
          minimumFractionDigits: exponentOf(code),
        }).format(decimal as `${number}`);
        expect(fromTyped(typed, code, spoken)).toEqual(money);
      }),
      runs,
    );
  });

  it.each([
    ["1,5", "EUR", "en"],
    ["1.5", "EUR", "de"],
    ["1.234", "EUR", "en"],
    ["12.5", "JPY", "en"],
    ["-1", "EUR", "en"],
    ["1e3", "EUR", "en"],
    ["", "EUR", "en"],
    [".", "EUR", "en"],
    ["12,34,567", "EUR", "en"],
    ["92233720368547758.08", "EUR", "en"],
    ["٣", "EUR", "en"],
  ])("%s is no amount of %s in %s", (text, code, language) => {
    expect(fromTyped(text, code, language)).toBeUndefined();
  });

  it("neither mixes currencies nor passes what a column holds", () => {
    const one = { currency: "EUR", amountMinor: bound };
    expect(() => plus(one, { currency: "USD", amountMinor: 1n })).toThrow(RangeError);
    expect(() => plus(one, { currency: "EUR", amountMinor: 1n })).toThrow(RangeError);
    expect(() => times(one, 2n)).toThrow(RangeError);
    expect(plus(one, { currency: "EUR", amountMinor: -1n }).amountMinor).toBe(bound - 1n);
    expect(() => allocate(one, [0n, 0n])).toThrow(RangeError);
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });
});
