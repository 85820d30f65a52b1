import fc from "fast-check";
import { expect, it } from "vitest";
import { countingRate, inheritedRate, type RateWord, rateCeiling, rateSources } from "./rate.ts";

const word = (
  source: RateWord["source"],
  rateBps: number | null,
  more: Partial<RateWord> = {},
): RateWord => ({
  ...{ source, rateBps, setBy: "agency" as const, id: `${source}-${more.setBy ?? "agency"}`, createdAt: "1" },
  ...more,
});
const own = (rateBps: number | null, createdAt = "2") =>
  word("customer", rateBps, { setBy: "reseller", createdAt });

it("takes the most particular one that is set", () => {
  const all = [
    word("reseller", 1_000),
    word("agreement", 1_100),
    word("plan", 1_200),
    word("customer", 1_300),
  ];
  for (let left = all.length; left > 0; left--) {
    const words = all.slice(0, left);
    expect(countingRate(words)).toMatchObject({
      source: words.at(-1)!.source,
      rateBps: words.at(-1)!.rateBps,
    });
  }
  expect(countingRate([])).toBeUndefined();
});

it("falls back where one is taken away, and takes nothing for a rate", () => {
  expect(countingRate([word("reseller", 1_000), word("plan", null), word("customer", null)])).toMatchObject({
    source: "reseller",
  });
  expect(countingRate([word("reseller", 1_000), word("plan", 0)])).toMatchObject({
    source: "plan",
    rateBps: 0,
  });
  expect(countingRate([word("reseller", null)])).toBeUndefined();
});

it("lets a reseller lower the rate of its customer, and nothing else", () => {
  const words = [word("reseller", 1_000), word("plan", 500)];
  expect(countingRate([...words, own(400)])).toMatchObject({ source: "customer", rateBps: 400 });
  // Lower than the reseller's default, higher than this plan's.
  expect(countingRate([...words, own(700)])).toMatchObject({ source: "plan", rateBps: 500 });
  expect(countingRate([own(700)])).toBeUndefined();
  expect(countingRate([...words, own(null)])).toMatchObject({ source: "plan" });
});

it("lets the agency's later word on a customer stand over the reseller's", () => {
  const words = [word("customer", 900, { createdAt: "3" }), own(400, "2")];
  expect(countingRate(words)).toMatchObject({ rateBps: 900, id: "customer-agency" });
  expect(countingRate([word("customer", 900, { createdAt: "1" }), own(400, "2")])).toMatchObject({
    rateBps: 400,
  });
});

it("says what is filled in and what is the most a reseller may set", () => {
  const words = [word("reseller", 1_000), word("customer", 1_500), own(400)];
  expect(inheritedRate(words)).toMatchObject({ source: "reseller", rateBps: 1_000 });
  expect(rateCeiling(words)).toMatchObject({ source: "customer", rateBps: 1_500 });
});

const bps = fc.option(fc.integer({ min: 0, max: 10_000 }));
const words = fc
  .tuple(fc.subarray([...rateSources]), fc.array(bps, { minLength: 4, maxLength: 4 }))
  .map(([sources, rates]) => sources.map((source, index) => word(source, rates[index] ?? null)));

it("no word of a reseller's ever raises what counts", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 10_000 }), (agencys, rate) => {
      const without = countingRate(agencys)?.rateBps ?? 0;
      expect(countingRate([...agencys, own(rate)])?.rateBps ?? 0).toBeLessThanOrEqual(without);
    }),
    { numRuns: 1_000 },
  );
});
