import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chargeOverage } from "./charge.ts";
import type { Count } from "./reckon.ts";
import { blocksOver, counterOf, overageMinor, settleDues } from "./rules.ts";

const terms = fc.record({
  includedUnits: fc.bigInt(0n, 50n),
  blockUnits: fc.bigInt(1n, 7n),
  blockMinor: fc.bigInt(0n, 9n),
});
const units = fc.bigInt(0n, 100n);

describe("what is over", () => {
  it("is charged in blocks, one that is begun whole", () => {
    const said = { includedUnits: 100n, blockUnits: 10n, blockMinor: 25n };
    expect([100n, 101n, 110n, 111n].map((one) => blocksOver(said, one))).toEqual([0n, 1n, 1n, 2n]);
    expect(overageMinor(said, 111n)).toBe(50n);
  });

  it("is covered by the blocks charged, and by no block too many", () => {
    fc.assert(
      fc.property(terms, units, (said, used) => {
        const room = said.includedUnits + blocksOver(said, used) * said.blockUnits;
        expect(room).toBeGreaterThanOrEqual(used);
        if (used > said.includedUnits) expect(room - said.blockUnits).toBeLessThan(used);
        else expect(blocksOver(said, used)).toBe(0n);
      }),
    );
  });
});

describe("who counts a meter", () => {
  const able = { active: true, charges: true };
  it.each([
    ["the one that was sold first", [able, able], undefined, "0"],
    ["the one that counted it last", [able, able], "1", "1"],
    ["another where that one charges nothing for it any more", [able, { ...able, charges: false }], "1", "0"],
    ["none in a trial", [{ ...able, active: false }, able], undefined, "1"],
    ["none where none charges", [{ ...able, charges: false }], "0", undefined],
  ])("%s", (_name, given, last, counts) => {
    const candidates = given.map((one, index) => ({ ...one, subscriptionId: String(index) }));
    expect(counterOf(candidates, last)).toBe(counts);
  });
});

describe("what is due", () => {
  it("makes lines above zero alone, and takes off what was too much, the oldest first, as far as they reach", () => {
    const lines = settleDues([-300n, 200n, -50n, 120n, 0n].map((dueMinor) => ({ dueMinor })));
    expect(lines.map(({ netMinor }) => netMinor)).toEqual([0n, 0n]);
    const taken = lines.map(({ credits }) =>
      credits.map(({ due, amountMinor }) => [due.dueMinor, amountMinor]),
    );
    expect(taken).toEqual([
      [[-300n, 200n]],
      [
        [-300n, 100n],
        [-50n, 20n],
      ],
    ]);
  });

  it("is never taken off beyond a line, and never more than was too much", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-30n, 30n)), (amounts) => {
        const dues = amounts.map((dueMinor) => ({ dueMinor }));
        const lines = settleDues(dues);
        const credits = lines.flatMap((line) => line.credits);
        for (const { netMinor } of lines) expect(netMinor).toBeGreaterThanOrEqual(0n);
        for (const due of dues.filter(({ dueMinor }) => dueMinor < 0n)) {
          const taken = credits
            .filter((one) => one.due === due)
            .reduce((sum, one) => sum + one.amountMinor, 0n);
          expect(taken).toBeLessThanOrEqual(-due.dueMinor);
        }
        const owed = amounts.filter((one) => one > 0n).reduce((sum, one) => sum + one, 0n);
        const back = -amounts.filter((one) => one < 0n).reduce((sum, one) => sum + one, 0n);
        const net = lines.reduce((sum, line) => sum + line.netMinor, 0n);
        expect(net).toBe(owed > back ? owed - back : 0n);
      }),
    );
  });
});

describe("the lines of an invoice", () => {
  it("stand by meter, of each the oldest period first, however they were read", () => {
    const count = (meter: string, month: number, step: number): Count => ({
      ...{
        subscriptionId: "s",
        planId: "",
        planName: "",
        buyerId: "c",
        meter,
        countedFrom: `2027-0${month}-01`,
        step,
      },
      ...{
        period: { from: `2027-0${month}-01`, to: `2027-0${month + 1}-01` },
        units: 1n,
        lastUnits: undefined,
      },
      ...{ terms: { includedUnits: 0n, blockUnits: 1n, blockMinor: 1n }, dueMinor: 1n },
    });
    const ending = (meter: string) => ({
      ...{ meter, includedUnits: 0n, units: 1n, payer: "customer" as const, countedBy: "s" },
      count: count(meter, 3, 0),
    });
    const { lines, steps } = chargeOverage(
      {
        meters: [ending("b"), ending("a")],
        earlier: [count("b", 1, 1), count("a", 1, 1), count("b", 2, 1)],
      },
      "c",
    );
    expect(steps.map((one) => `${one.count.meter} ${one.count.period.from} ${one.line}`)).toEqual([
      ...["a 2027-01-01 0", "a 2027-03-01 1"],
      ...["b 2027-01-01 2", "b 2027-02-01 3", "b 2027-03-01 4"],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual([
      "correction",
      "overage",
      "correction",
      "correction",
      "overage",
    ]);
  });
});

describe("late usage", () => {
  /** Invoices of periods whose meters stand at these units when each is made: one row an invoice, one column a period. */
  const histories = fc.integer({ min: 1, max: 6 }).chain((periods) =>
    fc.record({
      terms: fc.array(terms, { minLength: periods, maxLength: periods }),
      seen: fc.array(fc.array(units, { minLength: periods, maxLength: periods }), {
        minLength: periods,
        maxLength: periods + 3,
      }),
    }),
  );
  type History = {
    terms: { includedUnits: bigint; blockUnits: bigint; blockMinor: bigint }[];
    seen: bigint[][];
  };

  /** Plays a history: period n ends with invoice n, and every invoice looks at all that ended before. */
  function play(history: History) {
    const billed = history.terms.map(() => 0n);
    const steps = history.terms.map(() => 0);
    let invoiced = 0n;
    history.seen.forEach((now, invoice) => {
      const counts = now.slice(0, invoice + 1).map((used, period): Count => {
        const said = history.terms[period]!;
        return {
          ...{ subscriptionId: String(period), planId: "", planName: "", buyerId: "c", meter: "messages" },
          ...{ period: { from: "2027-01-01", to: "2027-02-01" }, countedFrom: "2027-01-01", terms: said },
          ...{ units: used, lastUnits: undefined, step: steps[period]! },
          dueMinor: overageMinor(said, used) - billed[period]!,
        };
      });
      const ending = counts.filter(({ step }) => step === 0);
      const { lines, steps: written } = chargeOverage(
        {
          meters: ending.map((count) => ({
            ...{ meter: "messages", includedUnits: 0n, units: 0n, payer: "customer" as const },
            ...{ countedBy: undefined, count },
          })),
          earlier: counts.filter(({ step }) => step > 0),
        },
        "c",
      );
      for (const line of lines) expect(line.priceMinor).toBeGreaterThan(0n);
      invoiced += lines.reduce((sum, line) => sum + line.priceMinor, 0n);
      for (const one of written) {
        const period = Number(one.count.subscriptionId);
        billed[period]! += one.billedMinor;
        expect(one.step).toBe(steps[period]! + 1);
        steps[period] = one.step;
      }
      for (const { step } of ending) expect(step).toBe(0);
    });
    const last = history.seen.at(-1)!;
    const atOnce = history.terms.reduce((sum, said, period) => sum + overageMinor(said, last[period]!), 0n);
    return { invoiced, atOnce, billed: billed.reduce((sum, one) => sum + one, 0n), steps };
  }

  it("that only adds comes to exactly what one charge at the end would have been", () => {
    fc.assert(
      fc.property(histories, (history) => {
        let before: bigint[] | undefined;
        const growing = history.seen.map((now) => {
          const next = now.map((used, period) => used + (before?.[period] ?? 0n));
          before = next;
          return next;
        });
        const { invoiced, atOnce, steps } = play({ ...history, seen: growing });
        expect(invoiced).toBe(atOnce);
        for (const step of steps) expect(step).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("that goes up and down is charged to the unit, but for what waits to be taken off", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { invoiced, atOnce, billed } = play(history);
        expect(invoiced).toBe(billed);
        expect(invoiced).toBeGreaterThanOrEqual(atOnce);
        // A period more that is dear enough takes all of it off.
        const dear = { includedUnits: 0n, blockUnits: 1n, blockMinor: 1_000_000n };
        const terms = [...history.terms, dear];
        const seen = history.seen.map((now) => [...now, 0n]);
        while (seen.length < terms.length) seen.push(seen.at(-1)!);
        const end = [...seen.at(-1)!.slice(0, -1), 1n];
        const more = play({ terms, seen: [...seen, end] });
        expect(more.invoiced).toBe(more.atOnce);
      }),
      { numRuns: 500 },
    );
  });
});
