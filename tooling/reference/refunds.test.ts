import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { broken } from "./invariants.ts";
import { issueInvoice } from "./invoices.ts";
import { type Step, take } from "./steps.ts";
import type { World } from "./world.ts";

const refund = (amount: bigint): Step => ({ do: "refund", invoice: "i1", amount });
const rest: Step = { do: "refund rest", invoice: "i1" };
const amounts = (world: World) => world.creditNotes.map(({ net, tax }) => [net, tax]);

/** A paid invoice of c1 with such lines, of which r1 earns so much. */
function paid(bps: number, ...nets: bigint[]): World {
  const world = takeAll(exampleWorld(), rate("reseller", "r1", bps));
  const line = { kind: "change", subscription: "s1", plan: "p1", quantity: 1, meter: null } as const;
  const period = { from: "2026-01-31", to: "2026-02-28" };
  issueInvoice(
    world,
    { seller: "agency", customer: "c1", currency: "EUR" },
    nets.map((net) => ({ ...line, period, net })),
  );
  return takeAll(world, { do: "pay", invoice: "i1" });
}

describe("a refund", () => {
  it("is of what was paid and not yet refunded, and no more", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"));
    expect(take(world, refund(1n))).toBe("not_paid");
    takeAll(world, { do: "pay", invoice: "i1" });
    expect([take(world, refund(1191n)), take(world, refund(0n))]).toEqual(["too_much", "amount"]);
    takeAll(world, refund(1000n));
    expect(take(world, refund(191n))).toBe("too_much");
    takeAll(world, refund(190n));
    expect([take(world, refund(1n)), take(world, rest)]).toEqual(["nothing_left", "nothing_left"]);
  });

  it("makes a credit note in a series of its seller's own", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"), sale("c3", "p5"), sale("c4", "p1"));
    for (const invoice of ["i1", "i2", "i3"])
      takeAll(world, { do: "pay", invoice }, { do: "refund", invoice, amount: 100n });
    takeAll(world, rest);
    expect(world.creditNotes.map(({ seller, number }) => `${seller} ${number}`)).toEqual([
      ...["agency 1", "r2 1", "agency 2", "agency 3"],
    ]);
  });

  it("as a charge-back is one of all that is left", () => {
    const world = takeAll(paid(1000, 1000n), refund(500n), { do: "charge back", invoice: "i1" });
    expect(world.creditNotes.map(({ total }) => total)).toEqual([500n, 690n]);
  });

  it("is shared out over the lines by what is left of each, the largest remainder first", () => {
    // Totals of 119 and 238. Of 100: 33.3 and 66.7. Left are 86 and 171; of 100: 33.46 and 66.54.
    const world = takeAll(paid(0, 100n, 200n), refund(100n), refund(100n));
    expect(world.creditNotes.map(({ lines }) => lines.map(({ net, tax }) => net + tax))).toEqual([
      ...[
        [33n, 67n],
        [33n, 67n],
      ],
    ]);
  });

  it("says of each line, by what is refunded in all, what is net; the note carries the difference to before", () => {
    // 1000 net + 190 tax. 1000 x 100/1190 = 84.03, x 200/1190 = 168.07, x 300/1190 = 252.1, x 303/1190 = 254.6
    const world = takeAll(paid(0, 1000n), refund(100n), refund(100n), refund(100n), refund(3n));
    expect(amounts(world)).toEqual([
      [84n, 16n],
      [84n, 16n],
      [84n, 16n],
      [3n, 0n],
    ]);
  });

  it("takes the commission back by the net refunded in all, as a negative line", () => {
    // A commission of 333 on 1000: 333 x 420/1000 = 139.9, then 333 x 840/1000 = 279.7, then the rest.
    const world = takeAll(paid(3333, 1000n), refund(500n), refund(500n), rest);
    expect(amounts(world).map(([net]) => net)).toEqual([420n, 420n, 160n]);
    expect(world.commissions.map(({ amount }) => amount)).toEqual([333n, -140n, -140n, -53n]);
  });

  it("that takes back less than half a unit makes no negative line", () => {
    const world = takeAll(paid(100, 1000n), refund(50n));
    expect(world.commissions.map(({ amount }) => amount)).toEqual([10n]);
  });

  it("makes a negative line that can be paid out when the line it belongs to can", () => {
    const world = takeAll(paid(1000, 1000n), { do: "advance", to: "2026-02-20" }, refund(1000n));
    expect(world.commissions.map(({ payableOn }) => payableOn)).toEqual(["2026-03-02", "2026-03-02"]);
  });

  it("of the whole leaves exactly nothing, however it is cut and whatever it is rounded", () => {
    const net = fc.bigInt(1n, 99_999n);
    const permilles = fc.array(fc.bigInt(0n, 999n), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(net, { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 10_000 }),
        permilles,
        (nets, bps, cuts) => {
          const world = paid(bps, ...nets);
          const left = () =>
            world.invoices[0]!.total - world.creditNotes.reduce((all, n) => all + n.total, 0n);
          for (const cut of cuts) {
            if (left() > 0n) takeAll(world, refund((left() * cut) / 1000n + 1n));
            expect(broken(world)).toEqual([]);
          }
          if (left() > 0n) takeAll(world, rest);
          expect(broken(world)).toEqual([]);
          expect(world.commissions.reduce((all, { amount }) => all + amount, 0n)).toBe(0n);
          expect([...world.balances.values()].every((balance) => balance === 0n)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
