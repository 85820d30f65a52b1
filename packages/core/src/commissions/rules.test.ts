import fc from "fast-check";
import { expect, it } from "vitest";
import { decide, freezeRate, partGone } from "./rules.ts";

const rate = (rateBps: number) => ({ id: "r", source: "plan" as const, rateBps });
const buyer = { buyerId: "customer" };
const reseller = { id: "reseller", type: "commission" as const };

it.each([
  ["a direct customer's", { sellerId: "agency", ...buyer }, { none: "direct" }],
  ["the reseller's own", { sellerId: "reseller", reseller, ...buyer }, { none: "own_sale" }],
  [
    "the agency's through one that has plans of its own by now",
    { sellerId: "agency", reseller: { ...reseller, type: "own_plans" as const }, ...buyer },
    { none: "own_plans" },
  ],
  [
    "what the reseller buys itself",
    { sellerId: "agency", reseller, buyerId: "reseller" },
    { none: "wholesale" },
  ],
  [
    "the agency's through a commission reseller",
    { sellerId: "agency", reseller, ...buyer },
    { rate: rate(1_000) },
  ],
])("freezes the rate of a sale: %s", (_name, situation, frozen) =>
  expect(freezeRate(situation, rate(1_000))).toEqual(frozen),
);

it("says so where no rate was set", () => {
  expect(freezeRate({ sellerId: "agency", reseller, ...buyer }, undefined)).toEqual({ none: "no_rate" });
});

it.each([
  [{ none: "direct" as const }, 10_000n, "skipped", "direct", 0n],
  [{ none: "own_sale" as const }, 10_000n, "skipped", "own_sale", 0n],
  [{ none: "wholesale" as const }, 10_000n, "skipped", "wholesale", 0n],
  [{ none: "own_plans" as const }, 10_000n, "zero", "own_plans", 0n],
  [{ none: "no_rate" as const }, 10_000n, "zero", "no_rate", 0n],
  [{ rate: rate(0) }, 10_000n, "zero", "rate_zero", 0n],
  [{ rate: rate(1) }, 4_999n, "zero", "rounds_to_zero", 0n],
  [{ rate: rate(1_000) }, 24_900n, "created", "rate", 2_490n],
  // 12.5 and 37.5: half goes to the even one.
  [{ rate: rate(1_250) }, 100n, "created", "rate", 12n],
  [{ rate: rate(1_250) }, 300n, "created", "rate", 38n],
])("decides %j of %s: %s, %s", (frozen, net, outcome, reason, amountMinor) =>
  expect(decide(frozen, net, "EUR")).toEqual({ outcome, reason, amountMinor }),
);

it("takes back in steps exactly what it gave, whatever the steps", () => {
  const part = fc.bigInt(0n, 10n ** 9n);
  fc.assert(
    fc.property(
      part,
      fc.array(fc.bigInt(1n, 10n ** 6n), { minLength: 1, maxLength: 8 }),
      (commission, steps) => {
        const whole = steps.reduce((sum, step) => sum + step, 0n);
        let gone = 0n;
        let back = 0n;
        for (const step of steps) {
          gone += step;
          const now = partGone(commission, gone, whole);
          expect(now >= back && now <= commission).toBe(true);
          back = now;
        }
        expect(back).toBe(commission);
      },
    ),
    { numRuns: 1_000 },
  );
});
