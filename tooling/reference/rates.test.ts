import { describe, expect, it } from "vitest";
import { exampleWorld, rate, takeAll } from "./example.ts";
import { countingRate } from "./rates.ts";
import { type Step, take } from "./steps.ts";

/** What counts for c1 and p1 after these steps. */
function counting(...steps: Step[]) {
  return countingRate(takeAll(exampleWorld(), ...steps), "c1", "p1");
}

const own = (bps: number | null): Step => ({
  do: "set rate",
  source: "customer",
  of: "c1",
  by: "reseller",
  bps,
});

describe("the rate that counts", () => {
  it("comes from the customer, the plan, the agreement or the reseller, in this order", () => {
    const all = [rate("reseller", "r1", 400), rate("agreement", "a1", 300), rate("plan", "p1", 500)];
    expect(counting()).toBeNull();
    expect(counting(...all.slice(0, 1))).toEqual({ bps: 400, source: "reseller" });
    expect(counting(...all.slice(0, 2))).toEqual({ bps: 300, source: "agreement" });
    expect(counting(...all)).toEqual({ bps: 500, source: "plan" });
    expect(counting(rate("customer", "c1", 0), ...all)).toEqual({ bps: 0, source: "customer" });
  });

  it("is nobody else's: another customer, plan, agreement or reseller says nothing", () => {
    expect(
      counting(rate("customer", "c2", 100), rate("plan", "p2", 100), rate("reseller", "r2", 9)),
    ).toBeNull();
  });

  it("falls back when an override is taken away, and is the newer of two words", () => {
    expect(
      counting(rate("plan", "p1", 500), rate("customer", "c1", 100), rate("customer", "c1", null)),
    ).toEqual({ bps: 500, source: "plan" });
    expect(counting(rate("plan", "p1", 500), rate("plan", "p1", null))).toBeNull();
    expect(counting(rate("plan", "p1", 500), rate("plan", "p1", 200))?.bps).toBe(200);
  });

  it("can be kept or lowered by the reseller for its customer, and not raised", () => {
    expect(counting(rate("plan", "p1", 500), own(300))).toEqual({ bps: 300, source: "customer" });
    expect(counting(rate("plan", "p1", 500), own(500))).toEqual({ bps: 500, source: "plan" });
    expect(counting(rate("plan", "p1", 500), own(600))).toEqual({ bps: 500, source: "plan" });
    expect(counting(own(100))).toBeNull();
  });

  it("is the reseller's word only where it is newer than the agency's on that customer", () => {
    expect(counting(rate("customer", "c1", 400), own(300))?.bps).toBe(300);
    expect(counting(own(300), rate("customer", "c1", 400))?.bps).toBe(400);
    expect(counting(own(300), rate("plan", "p1", 400))?.bps).toBe(300);
  });

  it("falls back when the reseller takes its word away, to what counts without it", () => {
    expect(counting(rate("customer", "c1", 400), own(300), own(null))).toEqual({
      ...{ bps: 400, source: "customer" },
    });
  });

  it("moves with what would count without the reseller's word: a lower one counts instead", () => {
    expect(counting(rate("plan", "p1", 500), own(300), rate("plan", "p1", 200))).toEqual({
      ...{ bps: 200, source: "plan" },
    });
  });

  it("is between nothing and all, and set where a commission can come from", () => {
    const world = exampleWorld();
    expect(take(world, rate("reseller", "r1", 10_001))).toBe("amount");
    expect(take(world, rate("customer", "c4", 100))).toBe("not_its_customer");
    expect(take(world, rate("plan", "p5", 100))).toBe("not_its_seller");
    expect(take(world, rate("agreement", "a9", 100))).toBe("unknown");
    expect(take(world, { do: "set rate", source: "plan", of: "p1", by: "reseller", bps: 1 })).toBe(
      "not_its_customer",
    );
  });
});
