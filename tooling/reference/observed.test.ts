import { expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { observe } from "./observed.ts";

it("shows the money with its invoices named by what they charge for, two changes of a day apart", () => {
  const world = takeAll(
    exampleWorld(),
    rate("reseller", "r1", 1000),
    sale("c1", "p1"),
    { do: "change", subscription: "s1", quantity: 2 },
    { do: "change", subscription: "s1", quantity: 3 },
    { do: "cancel", subscription: "s1" },
    { do: "pay", invoice: "i3" },
    { do: "refund", invoice: "i3", amount: 1n },
  );
  const seen = observe(world);
  expect([...seen.invoices.keys()]).toEqual([
    ...["s1 new 2026-01-31", "s1 change 2026-01-31", "s1 change 2026-01-31 #2"],
  ]);
  expect(seen.subscriptions).toMatchObject([{ state: "active", endsOn: "2026-02-28" }]);
  expect(seen.decisions).toMatchObject([{ invoice: "s1 change 2026-01-31 #2", amount: 100n }]);
  expect(seen.creditNotes).toMatchObject([{ invoice: "s1 change 2026-01-31 #2", number: 1 }]);
  expect(seen.commissions).toMatchObject([{ invoice: "s1 change 2026-01-31 #2", state: "pending" }]);
  expect(seen.balances.get("agency EUR receivable:c1")).toBe(2380n);
});
