import { describe, expect, it } from "vitest";
import { addDays, daysBetween, periodAt, periodStart } from "./days.ts";

const starts = (anchor: string, interval: "month" | "year", count: number) =>
  Array.from({ length: count }, (_, n) => periodStart(anchor, interval, n));

describe("days", () => {
  it("keep the anchor: period n begins n months after it, 31 -> 28 -> 31", () => {
    expect(starts("2026-01-31", "month", 5)).toEqual([
      ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
    ]);
    expect(starts("2023-11-30", "month", 5)).toEqual([
      ...["2023-11-30", "2023-12-30", "2024-01-30", "2024-02-29", "2024-03-30"],
    ]);
  });

  it("keep a leap day as the anchor of years, and come back to it", () => {
    expect(starts("2024-02-29", "year", 5)).toEqual([
      ...["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
    ]);
  });

  it("make periods that leave out their last day, so that each begins where the one before ends", () => {
    expect(periodAt("2026-01-31", "month", 0)).toEqual({ from: "2026-01-31", to: "2026-02-28" });
    expect(periodAt("2026-01-31", "month", 1)).toEqual({ from: "2026-02-28", to: "2026-03-31" });
    expect(daysBetween("2026-02-28", "2026-03-31")).toBe(31);
    expect(daysBetween("2026-01-31", "2026-02-28")).toBe(28);
  });

  it("are counted over months, years and leap days, and back", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("1900-02-28", "1900-03-01")).toBe(1);
    expect(daysBetween("2000-02-28", "2000-03-01")).toBe(2);
    expect(daysBetween("2000-01-01", "2001-01-01")).toBe(366);
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addDays("2026-01-31", 30)).toBe("2026-03-02");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    for (let count = 0, day = "2023-12-30"; count < 800; count++, day = addDays(day, 1)) {
      expect(daysBetween("2023-12-30", day)).toBe(count);
      expect(new Date(Date.UTC(2023, 11, 30 + count)).toISOString().slice(0, 10)).toBe(day);
    }
  });
});
