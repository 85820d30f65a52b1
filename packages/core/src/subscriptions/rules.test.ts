import fc from "fast-check";
import { expect, it } from "vitest";
import { daysBetween } from "../kernel/clock.ts";
import { changeOutcome, chargeOf, periodOf } from "./rules.ts";

it("keeps the day its periods are counted from", () => {
  const starts = (anchor: string, every: "month" | "year") =>
    [1, 2, 3, 4].map((number) => periodOf(anchor, number, every).from);
  expect(starts("2026-01-31", "month")).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
  expect(starts("2028-01-30", "month")[1]).toBe("2028-02-29");
  expect(starts("2028-02-29", "year")).toEqual(["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28"]);
});

const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));

it("periods tile time: each begins on the day the one before it ends", () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom("month", "year"),
      fc.integer({ min: 1, max: 60 }),
      (anchor, every, n) => {
        const [one, next] = [periodOf(anchor, n, every), periodOf(anchor, n + 1, every)];
        expect(next.from).toBe(one.to);
        expect(daysBetween(one.from, one.to)).toBeGreaterThanOrEqual(every === "month" ? 28 : 365);
      },
    ),
    { numRuns: 500 },
  );
});

const running = {
  state: "active" as const,
  period: { from: "2026-11-01", to: "2026-12-01" },
  terms: { unitMinor: 1_000n, quantity: 2 },
};

it("charges what costs more at once, for the days left with today among them", () => {
  const three = { unitMinor: 1_000n, quantity: 3 };
  const charge = (today: string) => changeOutcome(running, three, today);
  expect(charge("2026-11-01")).toEqual({ counts: "now", chargeMinor: 1_000n });
  expect(charge("2026-11-30")).toEqual({ counts: "now", chargeMinor: 33n });
  // 1,000 x 15 / 30, and half a cent goes to the even one: 1,005 x 15 / 30 = 502.5.
  expect(charge("2026-11-16")).toEqual({ counts: "now", chargeMinor: 500n });
  const dearer = { unitMinor: 1_502n, quantity: 2 };
  expect(
    changeOutcome({ ...running, terms: { unitMinor: 1_000n, quantity: 2 } }, dearer, "2026-11-16"),
  ).toEqual({
    counts: "now",
    chargeMinor: 502n,
  });
  const half = { unitMinor: 3_005n, quantity: 1 };
  expect(changeOutcome(running, half, "2026-11-16")).toEqual({ counts: "now", chargeMinor: 502n });
});

it("lets what costs no more wait, and gives nothing back", () => {
  expect(changeOutcome(running, { unitMinor: 1_000n, quantity: 1 }, "2026-11-02")).toEqual({
    counts: "next_period",
  });
  expect(changeOutcome(running, { unitMinor: 500n, quantity: 4 }, "2026-11-02")).toEqual({
    counts: "next_period",
  });
});

it("charges nothing for a change in a trial", () => {
  const dear = { unitMinor: 9_999n, quantity: 9 };
  expect(changeOutcome({ ...running, state: "trial" }, dear, "2026-11-02")).toEqual({
    counts: "now",
    chargeMinor: 0n,
  });
});

it("never charges more for the rest of a period than for the whole", () => {
  const terms = fc.record({
    unitMinor: fc.bigInt(0n, 10n ** 12n),
    quantity: fc.integer({ min: 1, max: 1_000 }),
  });
  fc.assert(
    fc.property(terms, terms, fc.integer({ min: 1, max: 30 }), (before, after, day) => {
      const today = `2026-11-${String(day).padStart(2, "0")}`;
      const outcome = changeOutcome({ ...running, terms: before }, after, today);
      const more = chargeOf(after) - chargeOf(before);
      if (outcome.counts === "next_period") expect(more <= 0n).toBe(true);
      else expect(outcome.chargeMinor >= 0n && outcome.chargeMinor <= more).toBe(true);
    }),
    { numRuns: 500 },
  );
});
