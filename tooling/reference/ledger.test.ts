import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import type { Step } from "./steps.ts";

/** What the last of these steps wrote into the books. */
function written(...steps: Step[]): string[] {
  const world = takeAll(exampleWorld(), rate("reseller", "r1", 1000), ...steps.slice(0, -1));
  const before = world.transfers.length;
  takeAll(world, ...steps.slice(-1));
  return world.transfers
    .slice(before)
    .map(({ book, debit, credit, amount }) => `${book}: ${debit} <- ${credit} ${amount}`);
}

const sold = [sale("c1", "p1")];
const paid: Step[] = [...sold, { do: "pay", invoice: "i1" }];
const sent: Step[] = [
  ...paid,
  { do: "advance", to: "2026-03-02" },
  { do: "pay out", reseller: "r1", minimum: 0n },
];

describe("the books", () => {
  it("are one per seller, and take an issue as receivable <- revenue, tax", () => {
    expect(written(...sold)).toEqual([
      ...["agency: receivable:c1 <- revenue 1000", "agency: receivable:c1 <- tax 190"],
    ]);
    expect(written(sale("c3", "p5"))).toEqual([
      ...["r2: receivable:c3 <- revenue 500", "r2: receivable:c3 <- tax 35"],
    ]);
    expect(written(sale("c2", "p1"))).toEqual(["agency: receivable:c2 <- revenue 1000"]);
  });

  it("take a payment as cash <- receivable, and its commission as expense <- owed to the reseller", () => {
    expect(written(...paid)).toEqual([
      ...["agency: cash <- receivable:c1 1190", "agency: expense <- owed:r1 100"],
    ]);
  });

  it("take a refund as revenue, tax <- receivable and receivable <- cash, and its commission the other way round", () => {
    expect(written(...paid, { do: "refund", invoice: "i1", amount: 595n })).toEqual([
      ...["agency: revenue <- receivable:c1 500", "agency: tax <- receivable:c1 95"],
      ...["agency: receivable:c1 <- cash 595", "agency: owed:r1 <- expense 50"],
    ]);
  });

  it("take a payout as owed <- clearing when sent and clearing <- cash when done", () => {
    expect(written(...sent)).toEqual(["agency: owed:r1 <- clearing 100"]);
    expect(written(...sent, { do: "complete payout", payout: "o1" })).toEqual([
      ...["agency: clearing <- cash 100"],
    ]);
  });

  it("take the sending of a payout back that failed", () => {
    expect(written(...sent, { do: "fail payout", payout: "o1" })).toEqual([
      "agency: clearing <- owed:r1 100",
    ]);
  });
});
