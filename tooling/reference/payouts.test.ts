import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { balanceOf } from "./ledger.ts";
import { type Step, take } from "./steps.ts";
import type { World } from "./world.ts";

const payOut = (minimum = 0n): Step => ({ do: "pay out", reseller: "r1", minimum });

/** r1 has earned 100 and 300 EUR and 100 JPY with what was paid on January 31. */
function earned(): World {
  return takeAll(
    exampleWorld(),
    rate("reseller", "r1", 1000),
    ...[sale("c1", "p1"), sale("c2", "p2"), sale("c1", "p4")],
    ...["i1", "i2", "i3"].map((invoice): Step => ({ do: "pay", invoice })),
  );
}
const ripe = () => takeAll(earned(), { do: "advance", to: "2026-03-02" });

describe("a payout", () => {
  it("is of one reseller and currency, and of every line that can be paid out at the cut-off", () => {
    const world = earned();
    takeAll(world, { do: "advance", to: "2026-02-28" }, { do: "pay", invoice: "i4" });
    expect(take(world, payOut())).toBe("nothing_due");
    takeAll(world, { do: "advance", to: "2026-03-02" }, payOut());
    expect(world.payouts).toMatchObject([
      { reseller: "r1", currency: "EUR", amount: 400n, lines: ["l1", "l2"], state: "sent" },
      { reseller: "r1", currency: "JPY", amount: 100n, lines: ["l3"], state: "sent" },
    ]);
  });

  it("has no line that is in another", () => {
    const world = takeAll(ripe(), payOut());
    expect(take(world, payOut())).toBe("nothing_due");
    takeAll(world, { do: "complete payout", payout: "o1" });
    expect(take(world, payOut())).toBe("nothing_due");
    expect(take(world, { do: "complete payout", payout: "o1" })).toBe("not_sent");
    expect(take(world, { do: "fail payout", payout: "o1" })).toBe("not_sent");
  });

  it("is not made below the minimum", () => {
    const world = ripe();
    expect([take(world, payOut(401n)), take(world, payOut(400n))]).toEqual(["below_minimum", null]);
  });

  it("is not made when its lines come to nothing or less: what is negative waits for more", () => {
    const world = takeAll(ripe(), payOut(), { do: "complete payout", payout: "o1" });
    takeAll(world, { do: "charge back", invoice: "i1" });
    expect(take(world, payOut())).toBe("nothing_due");
    takeAll(world, { do: "pay", invoice: "i5" }, { do: "advance", to: "2026-04-01" }, payOut());
    // The renewal of s2 earned 300, of which the 100 are kept that were paid out for i1.
    expect(world.payouts[2]).toMatchObject({ amount: 200n, lines: ["l4", "l5"] });
    const back = ["i1", "i2", "i3"].map((invoice): Step => ({ do: "charge back", invoice }));
    const even = takeAll(ripe(), ...back);
    expect(take(even, payOut())).toBe("nothing_due");
  });

  it("sets its lines free when it fails", () => {
    const world = takeAll(ripe(), payOut(400n), { do: "fail payout", payout: "o1" }, payOut(400n));
    expect(world.payouts).toMatchObject([
      { state: "failed", amount: 400n },
      { state: "sent", amount: 400n },
    ]);
  });

  it("holds its lines as a draft, which is owed until it is sent, and given up sets them free", () => {
    const draft: Step = { do: "draft payouts", reseller: "r1", minimum: 400n };
    const world = takeAll(ripe(), draft);
    expect(take(world, payOut(400n))).toBe("below_minimum");
    expect(take(world, { do: "complete payout", payout: "o1" })).toBe("not_sent");
    expect(balanceOf(world, "agency", "EUR", "owed:r1")).toBe(-400n);
    takeAll(world, { do: "cancel payout", payout: "o1" }, draft, { do: "send payout", payout: "o2" });
    expect(take(world, { do: "cancel payout", payout: "o2" })).toBe("not_a_draft");
    expect(world.payouts).toMatchObject([{ state: "cancelled" }, { state: "sent", amount: 400n }]);
    expect(balanceOf(world, "agency", "EUR", "owed:r1")).toBe(0n);
    expect(balanceOf(world, "agency", "EUR", "clearing")).toBe(-400n);
  });
});
