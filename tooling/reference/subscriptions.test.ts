import { describe, expect, it } from "vitest";
import { exampleWorld, sale, takeAll } from "./example.ts";
import { type Step, take } from "./steps.ts";
import type { World } from "./world.ts";

const charges = (world: World) =>
  world.invoices.flatMap(({ seller, issuedOn, lines }) =>
    lines.map(({ kind, net }) => `${issuedOn} ${seller} ${kind} ${net}`),
  );
const first = (world: World) => world.subscriptions[0]!;

describe("who sells", () => {
  it("is an own-plan reseller for its own plans and its customers", () => {
    const world = takeAll(exampleWorld(), sale("c3", "p5"));
    expect(charges(world)).toEqual(["2026-01-31 r2 new 500"]);
    expect(take(world, sale("c3", "p1"))).toBe("not_its_seller");
    expect(take(world, sale("c1", "p5"))).toBe("not_its_seller");
    expect(take(world, sale("c4", "p5"))).toBe("not_its_seller");
  });

  it("is the agency for its direct customers and those of commission resellers", () => {
    const world = takeAll(exampleWorld(), sale("c4", "p1"), sale("c1", "p2"));
    expect(charges(world)).toEqual(["2026-01-31 agency new 1000", "2026-01-31 agency new 3000"]);
  });

  it("stays who it was for a subscription, whatever the reseller becomes", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c3", "p5"),
      { do: "set type", reseller: "r2", type: "commission" },
      { do: "advance", to: "2026-02-28" },
      { do: "change", subscription: "s1", plan: "p6" },
      sale("c3", "p1"),
    );
    expect(charges(world).map((charge) => charge.split(" ")[1])).toEqual(["r2", "r2", "r2", "agency"]);
    expect(take(world, { do: "change", subscription: "s1", plan: "p1" })).toBe("not_its_seller");
    expect(take(world, sale("c3", "p5"))).toBe("not_its_seller");
  });
});

describe("a subscription", () => {
  it("copies its plan's price, which a later one does not reach, unless it is changed to it", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1"),
      { do: "set price", plan: "p1", unitPrice: 1200n },
      { do: "set price", plan: "p2", unitPrice: 3100n },
      { do: "advance", to: "2026-02-28" },
      { do: "change", subscription: "s1", quantity: 2 },
      { do: "change", subscription: "s1", plan: "p2", quantity: 1 },
    );
    expect(charges(world)).toEqual([
      ...["2026-01-31 agency new 1000", "2026-02-28 agency renewal 1000"],
      ...["2026-02-28 agency change 1000", "2026-02-28 agency change 1100"],
    ]);
  });

  it("is charged unit price x quantity, in advance, on each period's first day", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1", { quantity: 3 }), {
      ...{ do: "advance", to: "2026-03-30" },
    });
    expect(charges(world)).toEqual(["2026-01-31 agency new 3000", "2026-02-28 agency renewal 3000"]);
    takeAll(world, { do: "advance", to: "2026-03-31" });
    expect(charges(world)[2]).toBe("2026-03-31 agency renewal 3000");
    expect(take(world, sale("c1", "p1", { quantity: 0 }))).toBe("amount");
  });

  it("has periods that tile from its anchor, several of them when several have passed", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"), { do: "advance", to: "2026-05-01" });
    expect(first(world).periods).toEqual([
      { from: "2026-01-31", to: "2026-02-28" },
      { from: "2026-02-28", to: "2026-03-31" },
      { from: "2026-03-31", to: "2026-04-30" },
      { from: "2026-04-30", to: "2026-05-31" },
    ]);
  });

  it("has its anchor on the day its trial ends, and costs nothing before", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1", { trialDays: 14 }), {
      ...{ do: "advance", to: "2026-02-13" },
    });
    expect(first(world)).toMatchObject({ anchor: "2026-02-14", state: "trial", periods: [] });
    expect(world.invoices).toEqual([]);
    takeAll(world, { do: "advance", to: "2026-02-14" });
    expect(first(world).periods).toEqual([{ from: "2026-02-14", to: "2026-03-14" }]);
    expect(charges(world)).toEqual(["2026-02-14 agency new 1000"]);
  });
});

describe("a change", () => {
  it("to a higher charge counts at once: the difference x days left, today included, / days of the period", () => {
    // February of 28 days from January 31: on February 10 eighteen are left. 2000 x 18 / 28 = 1285.7
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1"),
      { do: "advance", to: "2026-02-10" },
      { do: "change", subscription: "s1", plan: "p2" },
    );
    expect(world.invoices[1]!.lines).toMatchObject([
      { kind: "change", plan: "p2", net: 1286n, period: { from: "2026-02-10", to: "2026-02-28" } },
    ]);
    takeAll(world, { do: "advance", to: "2026-02-28" });
    expect(charges(world)[2]).toBe("2026-02-28 agency renewal 3000");
  });

  it("costs the whole difference on a period's first day and one day of it on the last, half to even", () => {
    // 2000 / 28 = 71.4
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1"),
      { do: "change", subscription: "s1", quantity: 3 },
      { do: "advance", to: "2026-02-27" },
      { do: "change", subscription: "s1", quantity: 5 },
    );
    expect(charges(world).slice(1)).toEqual([
      ...["2026-01-31 agency change 2000", "2026-02-27 agency change 71"],
    ]);
  });

  it("that comes to nothing makes no invoice, and counts all the same", () => {
    // 14 / 28 is a half, and the even neighbour is nothing.
    const world = takeAll(
      exampleWorld(),
      { do: "set price", plan: "p2", unitPrice: 1014n },
      sale("c1", "p1"),
      { do: "advance", to: "2026-02-27" },
      { do: "change", subscription: "s1", plan: "p2" },
    );
    expect(charges(world)).toEqual(["2026-01-31 agency new 1000"]);
    expect(first(world)).toMatchObject({ plan: "p2", unitPrice: 1014n, waiting: null });
  });

  it.each([
    ["lower", { plan: "p1", quantity: 1 }, 1000],
    ["equal", { plan: "p1", quantity: 3 }, 3000],
  ])("to a %s charge counts from the next period, without a credit", (_, to, renewal) => {
    const world = takeAll(exampleWorld(), sale("c1", "p2"), { do: "change", subscription: "s1", ...to });
    expect(first(world)).toMatchObject({ plan: "p2", quantity: 1, waiting: { ...to, unitPrice: 1000n } });
    takeAll(world, { do: "advance", to: "2026-02-28" });
    expect(first(world)).toMatchObject({ ...to, waiting: null });
    expect(charges(world)).toEqual(["2026-01-31 agency new 3000", `2026-02-28 agency renewal ${renewal}`]);
    expect(world.creditNotes).toEqual([]);
  });

  it("in a trial counts at once and costs nothing, be it up or down", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p2", { trialDays: 10 }),
      { do: "change", subscription: "s1", quantity: 4 },
      { do: "change", subscription: "s1", plan: "p1", quantity: 2 },
    );
    expect(first(world)).toMatchObject({ plan: "p1", quantity: 2, waiting: null, anchor: "2026-02-10" });
    takeAll(world, { do: "advance", to: "2026-02-10" });
    expect(charges(world)).toEqual(["2026-02-10 agency new 2000"]);
  });

  it("to the plan it has keeps the price it was sold for, and to what runs takes a waiting one away", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1", { quantity: 2 }),
      { do: "set price", plan: "p1", unitPrice: 5000n },
      { do: "change", subscription: "s1", plan: "p1", quantity: 1 },
    );
    expect(first(world).waiting).toMatchObject({ plan: "p1", unitPrice: 1000n, quantity: 1 });
    takeAll(world, { do: "change", subscription: "s1", plan: "p1", quantity: 2 });
    expect(first(world)).toMatchObject({ quantity: 2, waiting: null });
    expect(charges(world)).toHaveLength(1);
  });

  it("takes the place of one that waits, whether it waits itself or counts at once", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p2", { quantity: 3 }),
      { do: "change", subscription: "s1", quantity: 1 },
      { do: "change", subscription: "s1", quantity: 2 },
    );
    expect(first(world).waiting?.quantity).toBe(2);
    takeAll(world, { do: "change", subscription: "s1", quantity: 4 }, { do: "advance", to: "2026-02-28" });
    expect(charges(world).slice(1)).toEqual([
      ...["2026-01-31 agency change 3000", "2026-02-28 agency renewal 12000"],
    ]);
  });

  it("keeps currency and interval", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"));
    expect(take(world, { do: "change", subscription: "s1", plan: "p3" })).toBe("another_interval");
    expect(take(world, { do: "change", subscription: "s1", plan: "p4" })).toBe("another_currency");
  });
});

describe("a cancellation", () => {
  it("ends the subscription when its period does, and drops a change that waits", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1", { quantity: 2 }),
      { do: "change", subscription: "s1", quantity: 1 },
      { do: "cancel", subscription: "s1" },
    );
    expect(first(world)).toMatchObject({ state: "active", waiting: null });
    takeAll(world, { do: "advance", to: "2026-02-27" });
    expect(first(world).state).toBe("active");
    takeAll(world, { do: "advance", to: "2026-02-28" });
    expect(first(world).state).toBe("ended");
    expect(charges(world)).toEqual(["2026-01-31 agency new 2000"]);
    expect(take(world, { do: "reactivate", subscription: "s1" })).toBe("ended");
    expect(take(world, { do: "change", subscription: "s1", quantity: 3 })).toBe("ended");
  });

  it("in a trial ends with the trial, and nothing is ever charged", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1", { trialDays: 5 }),
      { do: "cancel", subscription: "s1" },
      { do: "advance", to: "2026-02-05" },
    );
    expect(first(world)).toMatchObject({ state: "ended", periods: [] });
    expect(world.invoices).toEqual([]);
  });

  it("is undone by reactivating before that day; the change that waited does not come back", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1", { quantity: 2 }),
      { do: "change", subscription: "s1", quantity: 1 },
      { do: "cancel", subscription: "s1" },
      { do: "advance", to: "2026-02-27" },
      { do: "reactivate", subscription: "s1" },
      { do: "advance", to: "2026-02-28" },
    );
    expect(charges(world)[1]).toBe("2026-02-28 agency renewal 2000");
  });

  it("asked for once more, or undone where there is none, leaves everything as it is", () => {
    const reactivate: Step = { do: "reactivate", subscription: "s1" };
    const world = takeAll(exampleWorld(), sale("c1", "p1"), reactivate);
    expect(first(world).cancelled).toBe(false);
    const cancel: Step = { do: "cancel", subscription: "s1" };
    takeAll(world, cancel, cancel);
    expect(first(world).cancelled).toBe(true);
    takeAll(world, reactivate, { do: "advance", to: "2026-02-28" });
    expect(charges(world)).toHaveLength(2);
  });

  it("pays nothing back for a period that has begun", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1"),
      { do: "pay", invoice: "i1" },
      { do: "cancel", subscription: "s1" },
      { do: "advance", to: "2026-03-31" },
    );
    expect(world.creditNotes).toEqual([]);
    expect(world.invoices).toHaveLength(1);
  });
});

describe("stopping a reseller or customer", () => {
  it.each(["r1", "c1"])("%s refuses new sales and changes no amount", (who) => {
    const world = takeAll(
      exampleWorld(),
      { do: "set rate", source: "reseller", of: "r1", by: "agency", bps: 1000 },
      sale("c1", "p1"),
      { do: "stop", who },
    );
    expect(take(world, sale("c1", "p1"))).toBe("stopped");
    expect(take(world, { do: "change", subscription: "s1", quantity: 2 })).toBe("stopped");
    takeAll(
      world,
      { do: "advance", to: "2026-02-28" },
      { do: "pay", invoice: "i1" },
      { do: "pay", invoice: "i2" },
      { do: "advance", to: "2026-03-30" },
      { do: "pay out", reseller: "r1", minimum: 0n },
      { do: "restart", who },
      sale("c1", "p1"),
    );
    expect(world.payouts[0]!.amount).toBe(200n);
    expect(take(takeAll(world, { do: "stop", who: "c2" }), sale("c1", "p1"))).toBeNull();
  });
});
