import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf } from "./clock.ts";

it("gives the day that the calendar's library gives, in every zone and at every instant", () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const instants = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      expect(dayOf(at, zone)).toBe(format(new TZDate(at, zone), "yyyy-MM-dd"));
    }),
    { numRuns: 500 },
  );
});
