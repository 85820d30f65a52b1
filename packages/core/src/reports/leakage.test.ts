import { randomInt } from "node:crypto";
import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markUncollectible } from "../invoices/mark-uncollectible.ts";
import { voidInvoice } from "../invoices/void.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { newDistributor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { reportLeakage } from "./leakage.ts";

let app: TestApp;
let worker: pg.Pool;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
beforeEach(async () => {
  market = await newMarket(app);
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

type Asked = Parameters<typeof reportLeakage>[1];
const leaks = async (who: keyof Market["as"] = "agency", asked: Asked = {}) =>
  (await reportLeakage(await market.as[who](), { limit: 100, ...asked })).leaks;
const kinds = async (who: keyof Market["as"] = "agency") => (await leaks(who)).map(({ kind }) => kind);
const owner = (text: string, values: unknown[]) => app.admin.query(text, values);

async function sell(to: keyof Market["customers"], more: { quantity?: number; trialDays?: number } = {}) {
  const { as, customers, plans } = market;
  const ctx = to === "ofSeller" ? await as.seller() : await as.agency();
  const planId = to === "ofSeller" ? plans.sellers : plans.agencys;
  const sale = { customerId: customers[to], planId, currency: "EUR", interval: "month" as const };
  return createSubscription(ctx, { ...sale, quantity: 2, ...more });
}

/** What an import or a fault could do: the document is not there. */
async function loseInvoice(id: string) {
  for (const table of ["dunnings", "payment_links", "invoice_states", "invoice_lines"])
    await owner(`delete from ${table} where invoice_id = $1`, [id]);
  await owner("update orders set invoice_id = null where invoice_id = $1", [id]);
  await owner("delete from invoices where id = $1", [id]);
}

const until = async (instant: string) => {
  await market.at(instant);
  await carryOnSubscriptions(worker);
};

describe("what runs and is not billed", () => {
  it("is a period without a line, with what it would cost, for the agency and who sells it", async () => {
    const { id, code, invoiceId } = await sell("ofSeller", { quantity: 3 });
    await sell("ofSeller");
    expect(await leaks()).toEqual([]);
    await loseInvoice(invoiceId!);
    const found = {
      ...{ kind: "active_not_billed", since: "2027-03-10", amountMinor: 3_000, currency: "EUR" },
      ...{ subscription: { id, code }, invoice: null, quantity: 3, billedQuantity: null, daysLate: null },
      ...{ period: { from: "2027-03-10", to: "2027-04-10" }, customer: { name: "Harbour Hotel" } },
    };
    const reseller = { id: market.seller.id, name: "Harbour Apps" };
    expect(await leaks()).toMatchObject([{ ...found, reseller }]);
    expect(await leaks("seller")).toMatchObject([{ ...found, reseller: null }]);
    expect(await leaks("agent")).toEqual([]);
    await until("2027-04-10T12:00:00Z");
    expect(await leaks()).toEqual([]);
  });

  it("is told where a renewal is lost, also when a change was charged since, and no other seller is told", async () => {
    const { id } = await sell("ofAgent");
    await until("2027-04-10T12:00:00Z");
    const { rows } = await owner(
      "select invoice_id as id from invoice_lines where kind = 'renewal' and subscription_id = $1",
      [id],
    );
    await market.at("2027-04-20T12:00:00Z");
    await changeSubscription(await market.as.agency(), { id, quantity: 3 });
    expect(await leaks()).toEqual([]);
    await loseInvoice(rows[0].id);
    expect(await leaks()).toMatchObject([{ kind: "active_not_billed", quantity: 3, billedQuantity: 3 }]);
    // To within what rounding could be: 20 of 30 days of 10.00 were charged.
    expect(Math.abs((await leaks())[0]!.amountMinor - 2_000)).toBeLessThanOrEqual(1);
    expect(await leaks("agent")).toEqual([]);
  });

  it("is a renewal that is late by more than a day, of a trial as well", async () => {
    await sell("direct", { quantity: 4 });
    await sell("direct", { trialDays: 31 });
    const { id } = await sell("direct");
    await cancelSubscription(await market.as.agency(), { id });
    await market.at("2027-04-10T12:00:00Z");
    expect(await leaks()).toEqual([]);
    await market.at("2027-04-12T12:00:00Z");
    const late = { kind: "active_not_billed", since: "2027-04-10", period: { from: "2027-04-10", to: null } };
    expect(await leaks("agency", { sort: "-amount" })).toMatchObject([
      { ...late, amountMinor: 4_000 },
      { ...late, amountMinor: 2_000 },
    ]);
    await carryOnSubscriptions(worker);
    expect(await leaks()).toEqual([]);
  });

  it("is not what costs nothing, is tried, was taken back by its seller, or has ended", async () => {
    const { invoiceId } = await sell("direct");
    await sell("direct", { trialDays: 20 });
    await voidInvoice(await market.as.agency(), { id: invoiceId! });
    const { id } = await sell("direct");
    await owner("update subscriptions set unit_minor = 0 where id = $1", [id]);
    await owner("delete from invoice_lines where subscription_id = $1", [id]);
    expect(await leaks()).toEqual([]);
  });
});

describe("what is billed and does not run", () => {
  /** Moves a line to a period in which the subscription did not run. */
  const misdate = (subscription: string, from: string, to: string) =>
    owner("update invoice_lines set period_from = $2, period_to = $3 where subscription_id = $1", [
      ...[subscription, from, to],
    ]);

  it("is a line after the end, until it is taken back", async () => {
    const { id, code, invoiceId } = await sell("direct");
    await cancelSubscription(await market.as.agency(), { id });
    await until("2027-04-12T12:00:00Z");
    expect(await leaks()).toEqual([]);
    await misdate(id, "2027-04-10", "2027-05-10");
    expect(await leaks()).toMatchObject([
      {
        ...{ kind: "billed_not_active", since: "2027-04-10", amountMinor: 2_000, billedQuantity: 2 },
        ...{ subscription: { id, code }, invoice: { id: invoiceId }, quantity: null },
        period: { from: "2027-04-10", to: "2027-05-10" },
      },
    ]);
    await voidInvoice(await market.as.agency(), { id: invoiceId! });
    expect(await leaks()).toEqual([]);
  });

  it("is a line before the first charged day, within a trial, or of a period still to come", async () => {
    const { id } = await sell("direct", { trialDays: 20 });
    await until("2027-03-30T12:00:00Z");
    await misdate(id, "2027-03-10", "2027-03-30");
    expect((await kinds()).sort()).toEqual(["active_not_billed", "billed_not_active"]);
    await misdate(id, "2027-04-30", "2027-05-30");
    expect((await kinds()).sort()).toEqual(["active_not_billed", "billed_not_active"]);
  });

  it("is never usage that is charged after the end", async () => {
    const { id, invoiceId } = await sell("direct");
    await cancelSubscription(await market.as.agency(), { id });
    await until("2027-04-12T12:00:00Z");
    await misdate(id, "2027-04-10", "2027-05-10");
    for (const kind of ["overage", "correction"]) {
      await owner("update invoice_lines set kind = $2 where invoice_id = $1", [invoiceId, kind]);
      expect(await leaks()).toEqual([]);
    }
  });
});

describe("what is billed otherwise than it runs", () => {
  it("is another quantity than the newest line's, either way, with what a period's difference is", async () => {
    const { id, invoiceId } = await sell("ofSeller");
    await owner("update subscriptions set quantity = 5 where id = $1", [id]);
    const differs = { kind: "quantity_differs", subscription: { id }, invoice: { id: invoiceId } };
    expect(await leaks("seller")).toMatchObject([
      { ...differs, quantity: 5, billedQuantity: 2, amountMinor: 3_000, since: "2027-03-10" },
    ]);
    await owner("update subscriptions set quantity = 1 where id = $1", [id]);
    expect(await leaks()).toMatchObject([
      { ...differs, quantity: 1, billedQuantity: 2, amountMinor: -1_000 },
    ]);
  });

  it("is another price at the same quantity, and another quantity at the same price", async () => {
    const { id } = await sell("direct");
    await owner("update subscriptions set unit_minor = 1200 where id = $1", [id]);
    expect(await leaks()).toMatchObject([{ kind: "quantity_differs", amountMinor: 400 }]);
    await owner("update subscriptions set unit_minor = 500, quantity = 4 where id = $1", [id]);
    expect(await leaks()).toMatchObject([{ quantity: 4, billedQuantity: 2, amountMinor: 0 }]);
  });

  it("is a change that counts and whose invoice is lost, though an order says it", async () => {
    const { id } = await sell("direct");
    await market.at("2027-03-20T12:00:00Z");
    const { invoiceId } = await changeSubscription(await market.as.agency(), { id, quantity: 3 });
    await loseInvoice(invoiceId!);
    expect(await leaks()).toMatchObject([
      { kind: "quantity_differs", quantity: 3, billedQuantity: 2, amountMinor: 1_000 },
    ]);
  });

  it("is neither a change that waits nor one that rounds to nothing", async () => {
    const { id } = await sell("direct");
    await changeSubscription(await market.as.agency(), { id, quantity: 1 });
    expect(await leaks()).toEqual([]);
    await owner("update subscriptions set unit_minor = 15 where id = $1", [id]);
    await owner("update invoice_lines set net_minor = 30, price_minor = 30 where subscription_id = $1", [id]);
    expect(await leaks()).toEqual([]);
    await market.at("2027-04-09T12:00:00Z");
    const change = await changeSubscription(await market.as.agency(), { id, quantity: 3 });
    expect(change).toMatchObject({ counts: "now", invoiceId: null });
    expect(await leaks()).toEqual([]);
    // Without the order nothing says so.
    await owner("delete from orders where subscription_id = $1 and kind = 'change'", [id]);
    expect(await kinds()).toEqual(["quantity_differs"]);
  });
});

describe("what is unpaid", () => {
  it("is an open invoice more days past due than asked, whoever sold it, and nothing that was given up", async () => {
    const { invoiceId } = await sell("ofAgent");
    const paid = await sell("direct");
    await markPaid(await market.as.agency(), { id: paid.invoiceId!, reference: "bank" });
    await takeUpPayments(app.pool, market.agency.id, paid.invoiceId!);
    // Due on the 24th of March.
    await until("2027-04-23T22:30:00Z");
    const unpaid = async (who: keyof Market["as"], days?: number) =>
      (await leaks(who, { kind: "unpaid_over_days", days })).map(({ invoice, daysLate, since }) => [
        ...[invoice?.id, daysLate, since],
      ]);
    expect(await unpaid("agency")).toEqual([]);
    expect(await unpaid("agency", 29)).toEqual([[invoiceId, 30, "2027-03-24"]]);
    await until("2027-04-23T23:30:00Z");
    for (const who of ["agency", "agent"] as const)
      expect(await unpaid(who)).toEqual([[invoiceId, 31, "2027-03-24"]]);
    expect(await unpaid("seller")).toEqual([]);
    expect(await leaks("agent")).toMatchObject([{ amountMinor: 2_000, subscription: null, period: null }]);
    await markUncollectible(await market.as.agency(), { id: invoiceId! });
    expect(await unpaid("agency")).toEqual([]);
  });
});

describe("the list", () => {
  it("narrows by class, reseller, customer and search, and pages both ways in each order", async () => {
    const { as, seller, customers } = market;
    const lost = [];
    for (const to of ["direct", "ofSeller", "ofSeller", "ofAgent"] as const) {
      const sold = await sell(to, { quantity: randomInt(1, 9) });
      await loseInvoice(sold.invoiceId!);
      lost.push(sold);
    }
    const other = await sell("direct");
    await owner("update subscriptions set quantity = 9 where id = $1", [other.id]);
    const all = await leaks();
    expect(all.length).toBe(5);
    const codes = async (asked: Asked) => (await leaks("agency", asked)).map((one) => one.subscription?.code);
    expect(await codes({ kind: "quantity_differs" })).toEqual([other.code]);
    expect((await codes({ resellerId: seller.id })).sort()).toEqual([lost[1]!.code, lost[2]!.code].sort());
    expect(await codes({ customerId: customers.ofAgent })).toEqual([lost[3]!.code]);
    expect(await codes({ search: "cove" })).toEqual([lost[3]!.code]);
    expect(await codes({ search: lost[0]!.code.toLowerCase() })).toEqual([lost[0]!.code]);
    expect(await codes({ search: "100%" })).toEqual([]);
    for (const sort of ["since", "-since", "customer", "-customer", "amount", "-amount"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let back: string | null = null;
      do {
        const page = await reportLeakage(await as.agency(), { sort, limit: 2, cursor });
        seen.push(...page.leaks.map(({ id }) => id));
        back = page.previous;
        cursor = page.next ?? undefined;
      } while (cursor);
      expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
      const before = await reportLeakage(await as.agency(), { sort, limit: 2, cursor: back! });
      expect(before.leaks.map(({ id }) => id)).toEqual(seen.slice(2, 4));
    }
  });

  it("is empty for a distributor, and shows no neighbour's", async () => {
    const sold = await sell("direct");
    await loseInvoice(sold.invoiceId!);
    const distributor = await newDistributor(app, market.agency);
    expect(await reportLeakage(await distributor.ctx(), {})).toMatchObject({ leaks: [], next: null });
    const other = await newMarket(app);
    expect(await reportLeakage(await other.as.agency(), {})).toMatchObject({ leaks: [] });
  });
});
