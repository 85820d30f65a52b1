import { expect, it } from "vitest";
import { drawMonths } from "./draw-months.ts";

it("draws months up and down from zero", () => {
  const { bars, lines } = drawMonths([
    { month: "2026-10", value: 100 },
    { month: "2026-11", value: -50 },
    { month: "2026-12", value: 0 },
  ]);
  expect(lines.map(({ value }) => value)).toEqual([-50, 0, 50, 100]);
  const zero = lines[1]!.y - 0.5;
  expect(bars[0]!.y + bars[0]!.height).toBeCloseTo(zero, 0);
  expect(bars[1]!.y).toBeCloseTo(zero, 0);
  expect(bars[0]!.height).toBeCloseTo(2 * bars[1]!.height, 0);
  expect(bars[2]!.height).toBe(0);
});

it("labels no more months than there is room for, and survives months of nothing", () => {
  const years = Array.from({ length: 60 }, (_, nth) => ({ month: String(nth), value: 0 }));
  const { bars } = drawMonths(years);
  expect(bars.filter(({ labelled }) => labelled).length).toBeLessThanOrEqual(7);
  expect(bars.every(({ height }) => height === 0)).toBe(true);
});
