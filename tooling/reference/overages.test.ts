import { describe, expect, it } from "vitest";
import { exampleWorld, sale, takeAll } from "./example.ts";
import { broken } from "./invariants.ts";
import type { MeterTerms } from "./parties.ts";
import { type Step, take } from "./steps.ts";
import type { Meter } from "./usage.ts";
import type { World } from "./world.ts";

/** A plan's price and what it says of a meter from now on. */
function says(plan: string, terms: Partial<MeterTerms> = {}): Step {
  const usual = { included: 100n, block: 10n, price: 25n, payer: "customer" } as const;
  return {
    ...{ do: "set price", plan, unitPrice: 1000n },
    metered: [{ meter: "messages", ...usual, ...terms }],
  };
}

function use(customer: string, day: string, quantity: bigint, meter: Meter = "messages"): Step {
  return { do: "use", customer, meter, day, quantity };
}

/** The lines for what was used, in short. */
function used(world: World): string[] {
  return world.invoices.flatMap(({ issuedOn, lines }) =>
    lines
      .filter(({ meter }) => meter !== null)
      .map(
        ({ kind, subscription, period, net }) => `${issuedOn} ${kind} ${subscription} ${period.from} ${net}`,
      ),
  );
}

const until = (to: string): Step => ({ do: "advance", to });
const changed = (subscription: string, to: { plan?: string; quantity?: number }): Step => ({
  ...{ do: "change", subscription, ...to },
});

describe("overage", () => {
  it("stands on the invoice that opens the next period, each block begun whole, the day of the renewal in the next", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      sale("c1", "p1"),
      use("c1", "2026-01-31", 90n),
      until("2026-02-28"),
    );
    expect(used(world)).toEqual([]);
    takeAll(world, use("c1", "2026-02-28", 111n), until("2026-03-31"));
    expect(world.invoices[2]!.lines).toMatchObject([
      { kind: "renewal", net: 1000n, tax: 190n },
      { kind: "overage", net: 50n, tax: 10n, period: { from: "2026-02-28", to: "2026-03-31" } },
    ]);
  });

  it("includes the version's units x quantity x months, as they run when the period ends, before a change that waits", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      says("p3"),
      sale("c1", "p1", { quantity: 2 }),
      sale("c4", "p3", { quantity: 1 }),
      changed("s1", { quantity: 1 }),
      says("p1", { included: 0n }),
      use("c1", "2026-01-31", 201n),
      use("c4", "2026-01-31", 1200n),
      until("2027-01-31"),
    );
    expect(used(world)).toEqual(["2026-02-28 overage s1 2026-01-31 25"]);
  });

  it("of a gauge is its value at the end, and of a subscription that ends on an invoice of its own", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1", { meter: "team_members", included: 2n, block: 1n }),
      sale("c1", "p1"),
      { do: "cancel", subscription: "s1" },
      until("2026-02-20"),
      use("c1", "2026-02-20", 5n, "team_members"),
      use("c1", "2026-02-10", 9n, "team_members"),
      until("2026-02-28"),
    );
    expect(used(world)).toEqual(["2026-02-28 overage s1 2026-01-31 75"]);
    expect(world.invoices.at(-1)!.lines).toHaveLength(1);
  });

  it.each([
    ["a block without a price", "c1", { price: null }, []],
    ["what its owner pays", "c1", { payer: "agency" }, []],
    ["what the reseller pays, where one stands between", "c1", { payer: "reseller" }, ["r1"]],
    ["what the reseller pays, where none does", "c4", { payer: "reseller" }, ["c4"]],
  ] as const)("is charged or not: %s", (_, customer, terms, buyers) => {
    const world = takeAll(
      exampleWorld(),
      says("p1", terms),
      sale(customer, "p1"),
      use(customer, "2026-01-31", 101n),
      until("2026-02-28"),
    );
    const charged = world.invoices.filter(({ lines }) => lines.some(({ kind }) => kind === "overage"));
    expect(charged.map((invoice) => invoice.customer)).toEqual(buyers);
  });

  it("is not charged of a trial, which includes units all the same", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      sale("c1", "p1"),
      sale("c1", "p1", { trialDays: 40 }),
      use("c1", "2026-01-31", 201n),
      until("2026-03-12"),
    );
    expect(used(world)).toEqual(["2026-02-28 overage s1 2026-01-31 25"]);
  });

  it("counts each day once: the subscription that did last, and after it the other from where that one ended", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      sale("c1", "p1"),
      until("2026-02-10"),
      sale("c1", "p1"),
      { do: "cancel", subscription: "s1" },
      use("c1", "2026-02-10", 215n),
      until("2026-02-28"),
      use("c1", "2026-02-28", 111n),
      until("2026-03-10"),
    );
    expect(used(world)).toEqual([
      ...["2026-02-28 overage s1 2026-01-31 50", "2026-03-10 overage s2 2026-02-10 50"],
    ]);
    expect(world.counts[1]).toMatchObject({ from: "2026-02-28", included: 100n });
  });

  it("cannot be of a day to come", () => {
    expect(take(exampleWorld(), use("c1", "2026-02-01", 1n))).toBe("in_the_future");
  });
});

describe("late usage", () => {
  it("is a correction by the kept terms on the next invoice of the same customer, once", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      sale("c1", "p1"),
      use("c1", "2026-01-31", 115n),
      until("2026-02-28"),
      says("p1", { price: 999n }),
      use("c1", "2026-02-02", 25n),
      until("2026-05-01"),
    );
    expect(used(world)).toEqual([
      ...["2026-02-28 overage s1 2026-01-31 50", "2026-03-31 correction s1 2026-01-31 50"],
    ]);
  });

  it("that is less waits, is taken off the next lines of that meter as far as they reach, and makes none of nothing", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1", { meter: "team_members", included: 0n, block: 1n, price: 10n }),
      sale("c1", "p1"),
      use("c1", "2026-01-31", 9n, "team_members"),
      until("2026-02-28"),
      use("c1", "2026-01-31", 2n, "team_members"),
      use("c1", "2026-02-28", 3n, "team_members"),
      until("2026-04-30"),
    );
    // 90 were charged where 20 were due: 30 and 30 are taken off, 10 wait.
    expect(used(world)).toEqual(["2026-02-28 overage s1 2026-01-31 90"]);
    expect(world.counts.map(({ billed }) => billed)).toEqual([30n, 30n, 30n]);
    takeAll(world, until("2026-05-31"));
    expect(used(world)).toEqual([
      ...["2026-02-28 overage s1 2026-01-31 90", "2026-05-31 overage s1 2026-04-30 20"],
    ]);
    expect(broken(world)).toEqual([]);
  });

  it("of a subscription that has ended is on another's invoice, where customer, seller and currency are the same", () => {
    const world = takeAll(
      exampleWorld(),
      says("p1"),
      sale("c1", "p1"),
      { do: "cancel", subscription: "s1" },
      until("2026-02-28"),
      use("c1", "2026-02-01", 101n),
      sale("c1", "p4"),
      until("2026-03-30"),
      sale("c1", "p2"),
      until("2026-04-30"),
    );
    expect(used(world)).toEqual(["2026-04-30 correction s1 2026-01-31 25"]);
  });
});
