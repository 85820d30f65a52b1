import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { broken } from "./invariants.ts";
import { take } from "./steps.ts";
import type { World } from "./world.ts";

/**
 * Two invoices of c1 paid and one open; of i1 a part and i2 wholly refunded; payouts o1 failed and o2 sent; and a
 * subscription in its trial.
 */
function soundWorld(): World {
  return takeAll(
    exampleWorld(),
    rate("reseller", "r1", 1000),
    ...[sale("c1", "p1"), sale("c2", "p2"), sale("c1", "p2", { trialDays: 60 })],
    { do: "pay", invoice: "i1" },
    { do: "pay", invoice: "i2" },
    { do: "refund", invoice: "i1", amount: 119n },
    { do: "refund rest", invoice: "i2" },
    { do: "advance", to: "2026-03-02" },
    { do: "pay out", reseller: "r1", minimum: 0n },
    { do: "fail payout", payout: "o1" },
    { do: "pay out", reseller: "r1", minimum: 0n },
  );
}

/** What is said of the world once it was tampered with. */
function saidOf(tamper: (world: World) => void): string[] {
  const world = soundWorld();
  expect(broken(world)).toEqual([]);
  tamper(world);
  return broken(world);
}

describe("the invariants find", () => {
  it("a balance that is not the fold of its transfers", () => {
    expect(saidOf(({ balances }) => balances.set("agency EUR cash", 1n))).toEqual([
      expect.stringContaining("balance agency EUR cash: is 1, should be"),
    ]);
  });

  it("a transfer of nothing", () => {
    const nothing = { book: "agency", currency: "EUR", debit: "cash", credit: "tax", amount: 0n } as const;
    expect(saidOf(({ transfers }) => transfers.push(nothing))).toEqual(["a transfer of 0"]);
  });

  it("a receivable of a buyer that is not what is open", () => {
    expect(saidOf(({ invoices }) => (invoices[2]!.customer = "c2"))).toContain(
      "receivable agency EUR receivable:c1: is 1190, should be 0",
    );
  });

  it("a clearing account that a finished payout leaves open", () => {
    expect(saidOf(({ payouts }) => (payouts[1]!.state = "done"))).toEqual([
      "clearing agency EUR clearing: is -90, should be 0",
    ]);
  });

  it("a reseller that is owed something else than its unpaid lines", () => {
    expect(saidOf(({ commissions }) => (commissions[0]!.payout = null))).toContain(
      "owed agency EUR owed:r1: is 0, should be -100",
    );
  });

  it("a paid line without a decision, and one with two", () => {
    expect(saidOf(({ decisions }) => decisions.pop())).toContain("decisions of i2/0: is 0, should be 1");
    expect(saidOf(({ decisions }) => decisions.push(decisions[0]!))).toContain(
      "decisions of i1/0: is 2, should be 1",
    );
  });

  it("commission lines that are not what was earned less what was taken back", () => {
    expect(saidOf(({ commissions }) => (commissions[2]!.amount = -11n))).toContain(
      "commission of i1/0: is 89, should be 90",
    );
  });

  it("a line in two payouts", () => {
    expect(saidOf(({ payouts }) => (payouts[0]!.state = "sent"))).toContain("l1 is in two payouts");
  });

  it("a line that is not marked with the payout it is in", () => {
    expect(saidOf(({ commissions }) => (commissions[1]!.payout = null))).toContain(
      "payouts of l2: is 0, should be 1",
    );
  });

  it("a payout that is not the sum of its lines, or pays nothing", () => {
    expect(saidOf(({ payouts }) => (payouts[1]!.amount = 0n))).toEqual(
      expect.arrayContaining(["payout o2: is 0, should be 90", "o2 pays nothing or less"]),
    );
  });

  it("a refund of more than was paid", () => {
    expect(saidOf(({ creditNotes }) => (creditNotes[0]!.lines[0]!.net = 1001n))).toEqual(
      expect.arrayContaining(["i1/0 net is refunded more than whole"]),
    );
    expect(saidOf(({ invoices }) => (invoices[0]!.paidOn = null))).toContain(
      "i1 is refunded and was never paid",
    );
  });

  it("an invoice that is void and not taken back whole", () => {
    const half = ({ invoices }: World) => {
      Object.assign(invoices[0]!, { paidOn: null, closed: "void" });
    };
    expect(saidOf(half)).toContain("i1 is void and not taken back whole");
  });

  it("a whole refund that leaves something of a line or of its commission", () => {
    const shifted = ({ creditNotes }: World) => {
      creditNotes[1]!.lines[0]!.net -= 1n;
      creditNotes[1]!.lines[0]!.tax += 1n;
    };
    expect(saidOf(shifted)).toContain("i2/0 net keeps 1 after a whole refund");
    expect(saidOf(({ commissions }) => (commissions[3]!.amount = -299n))).toContain(
      "i2 keeps a commission of 1",
    );
    expect(saidOf(({ commissions }) => (commissions[3]!.amount = -301n))).toContain(
      "i2 takes more commission back than it earned",
    );
  });

  it("a credit note that takes something", () => {
    expect(saidOf(({ creditNotes }) => (creditNotes[0]!.lines[0]!.tax = -19n))).toContain(
      "n1 takes something back",
    );
  });

  it("lines and tax that are not the total", () => {
    expect(saidOf(({ invoices }) => (invoices[0]!.total += 1n))).toContain("i1 does not add up");
    expect(saidOf(({ invoices }) => (invoices[0]!.lines[0]!.tax += 1n))).toContain("i1 does not add up");
    expect(saidOf(({ creditNotes }) => (creditNotes[0]!.net += 1n))).toContain("n1 does not add up");
  });

  it("a number left out or given twice, in either series", () => {
    expect(saidOf(({ invoices }) => (invoices[3]!.number = 9))).toEqual([
      "invoices of agency are numbered 1,2,3,9",
    ]);
    expect(saidOf(({ creditNotes }) => (creditNotes[1]!.number = 1))).toEqual([
      "credit notes of agency are numbered 1,1",
    ]);
  });

  it("periods with a gap or an overlap, of no day, or away from the anchor", () => {
    const period = (world: World) => world.subscriptions[0]!.periods[1]!;
    expect(saidOf((world) => (period(world).from = "2026-03-01"))).toContain(
      "s1 goes from 2026-02-28 to 2026-03-01",
    );
    expect(saidOf((world) => (period(world).from = "2026-02-27"))).toContain(
      "s1 goes from 2026-02-28 to 2026-02-27",
    );
    expect(saidOf((world) => (period(world).to = period(world).from))).toContain(
      "s1 has a period of no day from 2026-02-28",
    );
    expect(saidOf(({ subscriptions }) => (subscriptions[1]!.anchor = "2026-02-01"))).toEqual([
      "s2 does not begin at 2026-02-01",
    ]);
  });

  it("a running subscription without a period today, or in a state that is not its periods'", () => {
    expect(saidOf((world) => (world.today = "2026-03-31"))).toContain("s1 runs and has no period today");
    expect(saidOf(({ subscriptions }) => (subscriptions[2]!.state = "active"))).toEqual(["s3 is active"]);
  });

  it("a period that is charged twice, or is none", () => {
    expect(saidOf(({ invoices }) => (invoices[2]!.lines[0]!.period = invoices[0]!.lines[0]!.period))).toEqual(
      ["s1 from 2026-01-31 to 2026-02-28 is charged twice"],
    );
    expect(saidOf(({ invoices }) => (invoices[0]!.lines[0]!.subscription = "s3"))).toEqual([
      "s3 from 2026-01-31 to 2026-02-28 is no period of it",
    ]);
  });

  it("nothing after a step that was refused", () => {
    const world = soundWorld();
    const before = structuredClone(world);
    expect(take(world, { do: "pay", invoice: "i1" })).toBe("not_open");
    expect(world).toEqual(before);
  });
});
