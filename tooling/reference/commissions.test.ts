import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { commissionState } from "./observed.ts";
import { type Step, take } from "./steps.ts";

const pay: Step = { do: "pay", invoice: "i1" };
const decided = (...steps: Step[]) => takeAll(exampleWorld(), ...steps, pay).decisions;

describe("a payment", () => {
  it("is of the whole total, once", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"), pay);
    expect(world.invoices[0]!.paidOn).toBe("2026-01-31");
    expect(take(world, pay)).toBe("not_open");
  });

  it("brings each line one decision, its net amount being the base", () => {
    expect(decided(rate("reseller", "r1", 3333), sale("c1", "p1", { quantity: 2 }))).toEqual([
      {
        ...{ invoice: "i1", line: 0, outcome: "created", reason: null },
        ...{ base: 2000n, rateBps: 3333, amount: 667n },
      },
    ]);
  });

  it("is skipped where the seller is the reseller itself, and where there is none", () => {
    const skipped = { outcome: "skipped", rateBps: null, amount: 0n };
    expect(decided(rate("reseller", "r2", 1000), sale("c3", "p5"))).toMatchObject([
      { ...skipped, reason: "own_sale", base: 500n },
    ]);
    expect(decided(sale("c4", "p1"))).toMatchObject([{ ...skipped, reason: "direct", base: 1000n }]);
  });

  it("is zero where the reseller had plans of its own when the line was issued, whatever it became since", () => {
    const world = takeAll(
      exampleWorld(),
      rate("reseller", "r1", 1000),
      sale("c1", "p1"),
      { do: "set type", reseller: "r1", type: "own_plans" },
      { do: "advance", to: "2026-02-28" },
      { do: "set type", reseller: "r1", type: "commission" },
      { do: "pay", invoice: "i2" },
      { do: "set type", reseller: "r1", type: "own_plans" },
      { do: "pay", invoice: "i1" },
    );
    expect(world.decisions).toMatchObject([
      { invoice: "i2", outcome: "zero", reason: "own_plans", amount: 0n },
      { invoice: "i1", outcome: "created", reason: null, amount: 100n },
    ]);
  });

  it("is zero where no rate is set, the rate is 0, or the share rounds to nothing", () => {
    expect(decided(sale("c1", "p1"))).toMatchObject([{ outcome: "zero", reason: "no_rate", rateBps: null }]);
    expect(decided(rate("plan", "p1", 0), sale("c1", "p1"))).toMatchObject([
      { outcome: "zero", reason: "rate_zero", rateBps: 0 },
    ]);
    // 0.05 % of 10.00 are half a cent, and the even neighbour is nothing; 0.06 % are a cent.
    expect(decided(rate("plan", "p1", 5), sale("c1", "p1"))).toMatchObject([
      { outcome: "zero", reason: "rounds_to_zero", rateBps: 5, amount: 0n },
    ]);
    expect(decided(rate("plan", "p1", 6), sale("c1", "p1"))).toMatchObject([
      { outcome: "created", amount: 1n },
    ]);
  });

  it("lets its commission be paid out after a hold of 30 days", () => {
    const world = takeAll(exampleWorld(), rate("reseller", "r1", 1000), sale("c1", "p1"), pay, {
      ...{ do: "advance", to: "2026-03-01" },
    });
    const payOut: Step = { do: "pay out", reseller: "r1", minimum: 0n };
    const state = () => commissionState(world, world.commissions[0]!);
    expect([state(), take(world, payOut)]).toEqual(["pending", "nothing_due"]);
    takeAll(world, { do: "advance", to: "2026-03-02" });
    expect([state(), take(world, payOut), state()]).toEqual(["payable", null, "in_payout"]);
    takeAll(world, { do: "complete payout", payout: "o1" });
    expect(state()).toBe("paid");
  });
});
