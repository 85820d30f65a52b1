import fc from "fast-check";
import { expect, it } from "vitest";
import { daysBetween } from "../kernel/clock.ts";
import { firstPeriod } from "./rules.ts";

it.each([
  ["2027-03-01", "month", 3_100n, "2027-03-01", "2027-04-01", 3_100n],
  ["2027-03-22", "month", 3_100n, "2027-03-01", "2027-04-01", 1_000n],
  ["2027-03-31", "month", 3_100n, "2027-03-01", "2027-04-01", 100n],
  // Half of one and half of three: to the even side.
  ["2027-02-15", "month", 1n, "2027-02-01", "2027-03-01", 0n],
  ["2027-02-15", "month", 3n, "2027-02-01", "2027-03-01", 2n],
  ["2027-03-11", "year", 36_600n, "2027-03-01", "2028-03-01", 35_600n],
] as const)("begun on %s it costs a share of a %s", (today, every, price, anchor, to, chargeMinor) => {
  const wholeDays = daysBetween(anchor, to);
  expect(firstPeriod(today, every, price)).toEqual({
    ...{ anchor, period: { from: today, to }, wholeDays, chargeMinor },
  });
});

it("never costs more than a whole period, and less the later it is begun", () => {
  const day = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(day, fc.bigInt({ min: 0n, max: 10n ** 12n }), (on, price) => {
      const charge = (of: number) =>
        firstPeriod(`2027-03-${String(of).padStart(2, "0")}`, "month", price).chargeMinor;
      expect(charge(1)).toBe(price);
      expect(charge(on + 1)).toBeLessThanOrEqual(charge(on));
    }),
  );
});
