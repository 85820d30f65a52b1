import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnUnused } from "./returns.ts";
import {
  type Given,
  grantedBy,
  type Judged,
  leastGranted,
  mostPromised,
  previewAllowance,
  untouched,
  withoutUnused,
} from "./rule.ts";

const units = fc.integer({ min: 0, max: 12 });
const mode = fc.constantFrom("guaranteed" as const, "shared" as const);
const given: fc.Arbitrary<Given> = fc.record({ mode, units });
const ratioPercent = fc.constantFrom(100, 133, 150, 250);
const plan = fc.option(
  fc.record({ includedUnits: units, more: fc.option(units) }).map(({ includedUnits, more }) => ({
    includedUnits,
    hardCapUnits: more === null ? null : includedUnits + more,
  })),
);

/** A giver whose promises are covered, and a child of it: what the database lets there be. */
const judged: fc.Arbitrary<Judged> = fc
  .record({
    before: fc.option(given),
    deleted: fc.boolean(),
    others: units,
    granted: fc.option(units),
    shared: fc.boolean(),
    ratioPercent,
    takenUnits: units,
    promised: units,
    childRatio: ratioPercent,
    plan,
  })
  .map(({ before: drawn, others, granted, shared, takenUnits, promised, childRatio, ...facts }) => {
    const before = shared && drawn ? { ...drawn, mode: "shared" as const } : drawn;
    const allocatedUnits = shared ? 0 : others + (before?.mode === "guaranteed" ? before.units : 0);
    const least = leastGranted({ ...untouched, ratioPercent: facts.ratioPercent, allocatedUnits });
    const grantedUnits = granted === null ? null : granted + least;
    const own = { ...grantedBy(before, facts.plan), ratioPercent: childRatio };
    const most = mostPromised(own);
    const pool = { grantedUnits, shared, ratioPercent: facts.ratioPercent, allocatedUnits };
    const childPool = { ...own, allocatedUnits: most === null ? promised : Math.min(promised, most) };
    return {
      pool,
      before,
      child: { deleted: facts.deleted, takenUnits, pool: childPool, plan: facts.plan },
    };
  });

describe("what an account has to give", () => {
  it("is what it was given, else what its plan includes, never past the hard cap", () => {
    const capped = { includedUnits: 100, hardCapUnits: 150 };
    expect(grantedBy(null, null)).toEqual({ grantedUnits: null, shared: false });
    expect(grantedBy(null, capped)).toEqual({ grantedUnits: 100, shared: false });
    expect(grantedBy({ mode: "guaranteed", units: 120 }, capped).grantedUnits).toBe(120);
    expect(grantedBy({ mode: "guaranteed", units: 900 }, capped).grantedUnits).toBe(150);
    expect(grantedBy({ mode: "shared", units: 50 }, capped)).toEqual({ grantedUnits: 50, shared: true });
  });

  it("can be promised on up to the ratio, and not at all where it is only shared", () => {
    expect(mostPromised({ grantedUnits: 101, shared: false, ratioPercent: 150 })).toBe(151);
    expect(mostPromised({ grantedUnits: 100, shared: true, ratioPercent: 150 })).toBe(0);
    expect(mostPromised({ grantedUnits: null, shared: false, ratioPercent: 100 })).toBeNull();
  });
});

describe("an allowance", () => {
  it("that is not refused leaves every promise covered and every used unit given", () => {
    fc.assert(
      fc.property(judged, fc.option(given), (facts, after) => {
        const preview = previewAllowance(facts, after);
        if (preview.refusal) return;
        const most = mostPromised(facts.pool);
        if (most !== null) expect(preview.allocatedAfter).toBeLessThanOrEqual(most);
        const left = { ...facts.child.pool!, ...grantedBy(after, facts.child.plan) };
        expect(left.allocatedUnits).toBeLessThanOrEqual(mostPromised(left) ?? Number.POSITIVE_INFINITY);
        const bound = Math.min(facts.child.takenUnits, facts.before?.units ?? facts.child.takenUnits);
        if (after) expect(after.units).toBeGreaterThanOrEqual(bound);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is refused with numbers that would be taken", () => {
    fc.assert(
      fc.property(judged, given, (facts, after) => {
        const { refusal, smallestUnits, largestUnits } = previewAllowance(facts, after);
        if (!refusal || refusal.field === "mode") return;
        const { units: better } = refusal.params;
        if (largestUnits !== null && smallestUnits > largestUnits) return;
        expect(previewAllowance(facts, { ...after, units: better }).refusal).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it("stays as it is without a word, and gives back what is unused without one", () => {
    fc.assert(
      fc.property(judged, (facts) => {
        const { before, child } = facts;
        if (!before) return;
        expect(previewAllowance(facts, before).refusal).toBeNull();
        const after = withoutUnused(before, child);
        expect(after.units).toBeLessThanOrEqual(before.units);
        expect(previewAllowance(facts, after).refusal).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it("says the largest that would fit", () => {
    const pool = { grantedUnits: 100, shared: false, ratioPercent: 120, allocatedUnits: 70 };
    const child = { deleted: false, takenUnits: 5, pool: null, plan: null };
    const asked = previewAllowance({ pool, before: null, child }, { mode: "guaranteed", units: 51 });
    expect(asked).toMatchObject({ largestUnits: 50, smallestUnits: 5, allocatedAfter: 121, freeUnits: 0 });
    expect(asked.refusal).toEqual({ field: "units", code: "allowance_too_large", params: { units: 50 } });
    expect(
      previewAllowance({ pool, before: null, child }, { mode: "guaranteed", units: 50 }).refusal,
    ).toBeNull();
  });
});

describe("unused units that go back", () => {
  const child = fc.record({ units, boundUnits: units });
  const pools = fc.record({ granted: fc.option(units), shared: fc.boolean(), ratioPercent });

  it("are no more than is short, none that is used, and enough wherever there are enough", () => {
    fc.assert(
      fc.property(fc.array(child, { maxLength: 6 }), pools, (children, { granted, shared, ...pool }) => {
        const named = children.map((one, index) => ({ accountId: String(index), name: "", ...one }));
        const allocatedUnits = children.reduce((sum, one) => sum + one.units, 0);
        const facts = { grantedUnits: granted, shared, ...pool, allocatedUnits };
        const { shortUnits, missingUnits, from } = returnUnused(facts, named);
        const back = from.reduce((sum, { before, after }) => sum + before - after, 0);
        expect(back + missingUnits).toBe(shortUnits);
        for (const { accountId, before, after } of from) {
          const { boundUnits } = named[Number(accountId)]!;
          expect(after).toBeLessThan(before);
          expect(after).toBeGreaterThanOrEqual(Math.min(before, boundUnits));
        }
        const unused = children.reduce((sum, one) => sum + Math.max(0, one.units - one.boundUnits), 0);
        expect(missingUnits).toBe(Math.max(0, shortUnits - unused));
      }),
      { numRuns: 2_000 },
    );
  });

  it("come from each in proportion to what it does not use", () => {
    const pool = { grantedUnits: 60, shared: false, ratioPercent: 100, allocatedUnits: 100 };
    const children = [
      { accountId: "a", name: "A", units: 70, boundUnits: 10 },
      { accountId: "b", name: "B", units: 30, boundUnits: 10 },
    ];
    expect(returnUnused(pool, children)).toMatchObject({
      shortUnits: 40,
      missingUnits: 0,
      from: [
        { accountId: "a", before: 70, after: 40 },
        { accountId: "b", before: 30, after: 20 },
      ],
    });
  });
});
