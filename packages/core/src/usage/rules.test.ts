import { describe, expect, it } from "vitest";
import { exactUnits, fillDays, identityDay, outsideWindow, totalOf } from "./rules.ts";

const now = new Date("2026-11-21T12:00:00Z");
const back = (ms: number) => now.getTime() - ms;

describe("the accepted window", () => {
  it("reaches from 90 days back to 10 minutes ahead, both ends included", () => {
    const ninetyDays = 90 * 86_400_000;
    expect(outsideWindow(back(ninetyDays), now, "live")).toBeUndefined();
    expect(outsideWindow(back(ninetyDays + 1), now, "live")).toBe("too_old");
    expect(outsideWindow(back(-600_000), now, "live")).toBeUndefined();
    expect(outsideWindow(back(-600_001), now, "live")).toBe("too_far_ahead");
  });
  it("has no beginning for a test agency, and the same end", () => {
    expect(outsideWindow(0, now, "test")).toBeUndefined();
    expect(outsideWindow(back(-600_001), now, "test")).toBe("too_far_ahead");
  });
});

it("takes the identity's day from UTC", () => {
  expect(identityDay("2026-11-21T23:59:59.999Z")).toBe("2026-11-21");
});

describe("a series", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
  const rows = [
    { day: "2026-10-20", quantity: 7 },
    { day: "2026-11-02", quantity: 3 },
    { day: "2026-11-04", quantity: 5 },
  ];
  it("has no units on a counter's silent days", () => {
    const series = fillDays("counter", rows, days);
    expect(series.map((point) => point.quantity)).toEqual([0, 3, 0, 5]);
    expect(totalOf("counter", series)).toBe(8);
  });
  it("keeps a gauge's value, also from before the period", () => {
    const series = fillDays("gauge", rows, days);
    expect(series.map((point) => point.quantity)).toEqual([7, 3, 3, 5]);
    expect(totalOf("gauge", series)).toBe(5);
  });
  it("is empty without days", () => {
    expect(fillDays("gauge", rows, [])).toEqual([]);
    expect(totalOf("gauge", [])).toBe(0);
  });
});

it("refuses a total that JSON would round", () => {
  expect(exactUnits(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => exactUnits(9_007_199_254_740_992n)).toThrow(RangeError);
});
