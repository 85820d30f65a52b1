import { describe, expect, it } from "vitest";
import { exampleWorld, rate, sale, takeAll } from "./example.ts";
import { broken } from "./invariants.ts";
import { issueInvoice } from "./invoices.ts";
import { take } from "./steps.ts";
import type { World } from "./world.ts";

const issue = (world: World, customer: string, ...nets: bigint[]) => {
  issueInvoice(
    world,
    { seller: "agency", customer, currency: "EUR" },
    nets.map((net) => ({
      ...{ kind: "new", subscription: "s1", plan: "p1", quantity: 1, net, meter: null },
      period: { from: "2026-01-31", to: "2026-02-28" },
    })),
  );
  return world.invoices.at(-1)!;
};

describe("an invoice", () => {
  it("is made one per sale, change and renewal", () => {
    const world = takeAll(
      exampleWorld(),
      sale("c1", "p1"),
      sale("c1", "p2"),
      { do: "change", subscription: "s1", quantity: 2 },
      { do: "advance", to: "2026-02-28" },
    );
    expect(world.invoices.map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([
      ...[["new"], ["new"], ["change"], ["renewal"], ["renewal"]],
    ]);
  });

  it("is not made for an amount of zero, though the period begins", () => {
    const world = takeAll(
      exampleWorld(),
      { do: "set price", plan: "p1", unitPrice: 0n },
      sale("c1", "p1", { quantity: 5 }),
      { do: "advance", to: "2026-02-28" },
    );
    expect(world.invoices).toEqual([]);
    expect(world.subscriptions[0]!.periods).toHaveLength(2);
  });

  it("has its tax rounded per line, half to even", () => {
    // 19 % of 0.13 are 0.0247 and of 0.50 are 0.095: of the sum they would be 0.14.
    expect(issue(exampleWorld(), "c1", 13n, 13n, 50n)).toMatchObject({
      ...{ net: 76n, tax: 14n, total: 90n },
      lines: [{ tax: 2n }, { tax: 2n }, { tax: 10n }],
    });
    expect(issue(exampleWorld(), "c1", 13n, 13n, 13n)).toMatchObject({ net: 39n, tax: 6n, total: 45n });
    expect(issue(exampleWorld(), "c2", 13n)).toMatchObject({ net: 13n, tax: 0n, total: 13n });
  });

  it("has its seller's next number", () => {
    const world = takeAll(
      exampleWorld(),
      ...[sale("c1", "p1"), sale("c3", "p5"), sale("c4", "p1"), sale("c3", "p6")],
    );
    expect(world.invoices.map(({ seller, number }) => `${seller} ${number}`)).toEqual([
      ...["agency 1", "r2 1", "agency 2", "r2 2"],
    ]);
  });

  it("is due after 14 days", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"));
    expect(world.invoices[0]).toMatchObject({ issuedOn: "2026-01-31", dueOn: "2026-02-14" });
  });

  it("freezes on each line the rate that counted when it was issued, and where it came from", () => {
    const world = takeAll(
      exampleWorld(),
      rate("reseller", "r1", 1000),
      sale("c1", "p1"),
      rate("plan", "p1", 2000),
      { do: "advance", to: "2026-02-28" },
      rate("customer", "c1", 0),
      { do: "pay", invoice: "i1" },
      { do: "pay", invoice: "i2" },
    );
    expect(world.invoices.map(({ lines }) => lines[0]!.rate)).toEqual([
      { bps: 1000, source: "reseller" },
      { bps: 2000, source: "plan" },
    ]);
    expect(world.decisions.map(({ amount }) => amount)).toEqual([100n, 200n]);
  });
});

describe("an invoice that is not paid", () => {
  it("is taken back with a credit note of all of it, once, and leaves nothing in the books", () => {
    const world = takeAll(exampleWorld(), rate("reseller", "r1", 1000), sale("c1", "p1"));
    takeAll(world, { do: "void", invoice: "i1" });
    expect(world.creditNotes).toMatchObject([{ invoice: "i1", number: 1, total: world.invoices[0]!.total }]);
    expect([...world.balances.values()].every((balance) => balance === 0n)).toBe(true);
    expect(world.decisions).toEqual([]);
    for (const step of ["void", "give up", "pay"] as const)
      expect(take(world, { do: step, invoice: "i1" })).toBe("not_open");
    expect(take(world, { do: "refund rest", invoice: "i1" })).toBe("not_paid");
    expect(broken(world)).toEqual([]);
  });

  it("is given up and stays owed: it is paid as ever, or taken back", () => {
    const world = takeAll(exampleWorld(), sale("c1", "p1"), sale("c3", "p5"));
    const before = structuredClone(world.balances);
    takeAll(world, { do: "give up", invoice: "i1" }, { do: "give up", invoice: "i2" });
    expect(world.balances).toEqual(before);
    expect(take(world, { do: "give up", invoice: "i1" })).toBe("not_open");
    takeAll(world, { do: "pay", invoice: "i1" }, { do: "void", invoice: "i2" });
    expect(world.invoices.map(({ closed }) => closed)).toEqual([null, "void"]);
    expect(broken(world)).toEqual([]);
    expect(take(world, { do: "void", invoice: "i1" })).toBe("not_open");
  });
});
