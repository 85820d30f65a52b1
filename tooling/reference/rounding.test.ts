import { describe, expect, it } from "vitest";
import { halfEven, share, shareOut } from "./rounding.ts";

describe("rounding", () => {
  it("is half to even, on both sides of zero", () => {
    expect([5n, 15n, 25n, 26n, 24n].map((n) => halfEven(n, 10n))).toEqual([0n, 2n, 2n, 3n, 2n]);
    expect([-5n, -15n, -25n, -26n, -24n].map((n) => halfEven(n, 10n))).toEqual([0n, -2n, -2n, -3n, -2n]);
    expect([halfEven(30n, 10n), halfEven(0n, 7n), halfEven(-7n, 7n)]).toEqual([3n, 0n, -1n]);
  });

  it("takes a share in basis points: 33.33 % of 0.05 are 0.02, of 0.01 nothing", () => {
    expect([share(5n, 3333), share(1n, 3333), share(50n, 100), share(150n, 100)]).toEqual([2n, 0n, 0n, 2n]);
  });

  it("shares out by largest remainder, the earlier first among equals", () => {
    expect(shareOut(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(shareOut(10n, [3n, 0n, 5n])).toEqual([4n, 0n, 6n]);
    expect(shareOut(7n, [2n, 5n])).toEqual([2n, 5n]);
    expect(shareOut(1n, [199n, 200n])).toEqual([0n, 1n]);
  });
});
