import { expect, it } from "vitest";
import { drawDays } from "./draw-days.ts";

const values = [
  { day: "2026-11-01", first: 60, second: 20 },
  { day: "2026-11-02", first: 100, second: 0 },
];

it("draws a bar per day and marks the days to come", () => {
  const { bars } = drawDays(values, "2026-11-01", "2026-11-30");
  expect(bars).toHaveLength(30);
  expect(bars.map((bar) => bar.toCome).indexOf(true)).toBe(2);
  expect(bars[1]?.first).toEqual({ y: 12, height: 200 });
  expect(bars[0]?.second.y).toBeLessThan(bars[0]?.first.y ?? 0);
});

it("labels the first and the last day", () => {
  const { labels } = drawDays(values, "2026-11-01", "2026-11-30");
  expect(labels.map((label) => label.day)).toEqual([
    "2026-11-01",
    "2026-11-06",
    "2026-11-11",
    "2026-11-16",
    "2026-11-21",
    "2026-11-26",
    "2026-11-30",
  ]);
});

it("survives a period without any usage", () => {
  expect(drawDays([], "2026-11-01", "2026-11-03").bars.every((bar) => bar.toCome)).toBe(true);
});
