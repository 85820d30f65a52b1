import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCommissions } from "../commissions/list.ts";
import { setRate } from "../commissions/set-rate.ts";
import { listInvoices } from "../invoices/list.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { updateLegalEntity } from "../legal-entities/update.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { newDistributor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket, newPricedPlan } from "../testing/market.ts";
import { listReport } from "./list.ts";
import { monthsOf, rangeBefore } from "./range.ts";
import { reportRevenue } from "./revenue.ts";

let app: TestApp;
let market: Market;
const days = ["2027-03-31T22:30:00Z", "2027-03-31T23:30:00Z", "2027-04-17T12:00:00Z", "2027-05-02T08:00:00Z"];
const whole = { from: "2027-03-01", to: "2027-05-31" };

beforeAll(async () => {
  app = await openTestApp();
  market = await newMarket(app);
  await playRandomly();
}, 120_000);
afterAll(() => app.close());

/** Sales of both sellers in two currencies, some of them paid at once or later, some given back in part or whole. */
async function playRandomly() {
  const { agency, agent, as, at, customers } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_250 });
  const entity = { name: "Nova Lda", address: "Rua 1", country: "PT", taxId: null };
  await updateLegalEntity(await as.agency(), { ...entity, taxBps: 2_300 });
  const prices = [
    { currency: "EUR", interval: "month" as const, amountMinor: 1_033 },
    { currency: "JPY", interval: "month" as const, amountMinor: 777 },
  ];
  const plans = {
    agencys: await newPricedPlan(await as.agency(), prices),
    sellers: await newPricedPlan(await as.seller(), prices),
  };
  const open: { id: string; ctx: () => Promise<Ctx> }[] = [];
  const paid: typeof open = [];
  const takeUp = (id: string) => takeUpPayments(app.pool, agency.id, id);
  for (const day of days) {
    await at(day);
    for (let nth = 0; nth < 9; nth++) {
      const to = (["direct", "ofSeller", "ofAgent"] as const)[nth % 3]!;
      const ctx = to === "ofSeller" ? as.seller : as.agency;
      const planId = to === "ofSeller" ? plans.sellers : plans.agencys;
      const currency = randomInt(3) === 0 ? "JPY" : "EUR";
      const quantity = randomInt(1, 9);
      const sale = { customerId: customers[to], planId, currency, interval: "month" as const, quantity };
      const { invoiceId } = await createSubscription(await ctx(), sale);
      open.push({ id: invoiceId!, ctx });
    }
    for (const one of open.splice(0, 6)) {
      await markPaid(await one.ctx(), { id: one.id, reference: "bank" });
      await takeUp(one.id);
      paid.push(one);
    }
    for (const one of paid.splice(0, 3)) {
      const amountMinor = randomInt(2) === 0 ? undefined : randomInt(1, 700);
      await refundInvoice(await one.ctx(), { id: one.id, amountMinor, reference: "back" });
      await takeUp(one.id);
    }
  }
}

interface Filters {
  from: string;
  to: string;
  currency: string;
  sold: "own" | "others";
  customerId?: string;
  resellerId?: string;
}

/** The report's numbers from the pages of the lists, as a person would add them up. */
async function fromLists(ctx: () => Promise<Ctx>, filters: Filters, earns: boolean) {
  const { from, to, sold, ...whom } = filters;
  const sums = {
    netMinor: 0,
    taxMinor: 0,
    creditedNetMinor: 0,
    creditedTaxMinor: 0,
    paidMinor: 0,
    commissionMinor: 0,
  };
  for (const asked of [
    { from, to },
    { paidFrom: from, paidTo: to },
  ]) {
    let cursor: string | undefined;
    do {
      const page = await listInvoices(await ctx(), { ...asked, ...whom, sold, limit: 4, cursor });
      for (const { kind, netMinor, taxMinor, totalMinor } of page.invoices) {
        if ("paidFrom" in asked) sums.paidMinor += totalMinor;
        else if (kind === "invoice") {
          sums.netMinor += netMinor;
          sums.taxMinor += taxMinor;
        } else {
          sums.creditedNetMinor += netMinor;
          sums.creditedTaxMinor += taxMinor;
        }
      }
      cursor = page.next ?? undefined;
    } while (cursor);
  }
  let cursor: string | undefined;
  do {
    const page = await listCommissions(await ctx(), { from, to, ...whom, limit: 4, cursor });
    if (earns) sums.commissionMinor += page.commissions.reduce((all, one) => all + one.amountMinor, 0);
    cursor = page.next ?? undefined;
  } while (cursor);
  const revenueMinor = sums.netMinor - sums.creditedNetMinor;
  return { ...sums, revenueMinor, marginMinor: sold === "own" ? revenueMinor - sums.commissionMinor : null };
}

/** What recurs now, from the pages of the list of subscriptions. */
async function mrrFromList(ctx: () => Promise<Ctx>, filters: Omit<Filters, "from" | "to">) {
  let sum = 0;
  let cursor: string | undefined;
  do {
    const page = await listSubscriptions(await ctx(), { ...filters, state: "active", limit: 4, cursor });
    sum += page.subscriptions.reduce((all, one) => all + one.mrrMinor, 0);
    cursor = page.next ?? undefined;
  } while (cursor);
  return sum;
}

/** Who may ask, whose sales, and whether commission is earned on them. */
const views = [
  ["agency", "own", true],
  ["agency", "others", false],
  ["seller", "own", false],
  ["seller", "others", true],
  ["agent", "own", false],
  ["agent", "others", true],
] as const;

describe("the report of revenue", () => {
  it.each(views)(
    "shows the %s, of %s sales, the sums of its lists, by month and in all",
    async (who, sold, earns) => {
      const ctx = market.as[who];
      const report = await reportRevenue(await ctx(), { ...whole, sold });
      for (const { currency, now, mrrMinor, months } of report.currencies) {
        expect(mrrMinor).toBe(await mrrFromList(ctx, { sold, currency }));
        expect(mrrMinor).toBeGreaterThan(0);
        expect(now).toEqual(await fromLists(ctx, { ...whole, sold, currency }, earns));
        for (const { month, ...sums } of months) {
          const range = { from: `${month}-01`, to: month === "2027-04" ? `${month}-30` : `${month}-31` };
          expect(sums).toEqual(await fromLists(ctx, { ...range, sold, currency }, earns));
        }
      }
      const sells = who === "agency" || (who === "seller") === (sold === "own");
      expect(report.currencies.length).toBe(sells ? 2 : 0);
    },
  );

  it.each(views)(
    "shows the %s each customer and reseller, of %s sales, as its lists do",
    async (who, sold, earns) => {
      const ctx = market.as[who];
      for (const by of ["customer", "reseller"] as const) {
        const { rows } = await listReport(await ctx(), { ...whole, sold, by });
        for (const { accountId, currency, name: _, direct, wholesale, mrrMinor, ...sums } of rows) {
          const whom = by === "customer" ? { customerId: accountId } : { resellerId: accountId };
          expect(sums).toEqual(await fromLists(ctx, { ...whole, sold, currency, ...whom }, earns));
          expect(mrrMinor).toBe(await mrrFromList(ctx, { sold, currency, ...whom }));
          expect(direct).toBe(by === "reseller" && accountId === market.agency.id);
          expect(wholesale).toBe(false);
        }
        const { currencies } = await reportRevenue(await ctx(), { ...whole, sold });
        for (const { currency, now, mrrMinor } of currencies) {
          const parts = rows.filter((row) => row.currency === currency);
          expect(parts.reduce((all, row) => all + row.mrrMinor!, 0)).toBe(mrrMinor);
          expect(parts.reduce((all, row) => all + row.revenueMinor, 0)).toBe(now.revenueMinor);
        }
      }
    },
  );

  it("equals the books: what was taken in, what is revenue, tax and commission", async () => {
    for (const [who, book] of [
      ["agency", market.agency.id],
      ["seller", market.seller.id],
    ] as const) {
      const { currencies } = await reportRevenue(await market.as[who](), { ...whole, sold: "own" });
      for (const { currency, now } of currencies) {
        const { rows } = await app.admin.query<{ account: string; moved: string }>(
          `select account, sum(amount)::text as moved from (
             select credit as account, amount_minor as amount from ledger_transfers where book_id = $1 and currency = $2
             union all
             select debit, -amount_minor from ledger_transfers where book_id = $1 and currency = $2) sides
           group by 1`,
          [book, currency],
        );
        const of = (name: string) =>
          rows.reduce((all, row) => (row.account === name ? all + Number(row.moved) : all), 0);
        expect(of("revenue")).toBe(now.revenueMinor);
        expect(of("tax")).toBe(now.taxMinor - now.creditedTaxMinor);
        expect(of("cash")).toBe(now.creditedNetMinor + now.creditedTaxMinor - now.paidMinor);
        expect(0 - of("commission")).toBe(now.commissionMinor);
      }
    }
  });

  it("pages both ways in each order, every row once", async () => {
    const ctx = await market.as.agency();
    const all = await listReport(ctx, { ...whole, sold: "own", limit: 100 });
    for (const sort of [
      "name",
      "-name",
      "revenue",
      "-revenue",
      "paid",
      "-commission",
      "mrr",
      "-mrr",
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let back: string | null = null;
      do {
        const page = await listReport(ctx, { ...whole, sold: "own", sort, limit: 1, cursor });
        seen.push(...page.rows.map((row) => `${row.accountId} ${row.currency}`));
        back = page.previous;
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(all.rows.length);
      expect(seen.length).toBe(all.rows.length);
      const { rows } = await listReport(ctx, { ...whole, sold: "own", sort, limit: 1, cursor: back! });
      expect(`${rows[0]!.accountId} ${rows[0]!.currency}`).toBe(seen.at(-2));
    }
  });

  it("counts a sale on the day it was in the billing zone", async () => {
    // 22:30 and 23:30 UTC on the last of March, an hour ahead in Lisbon by then: the second is in April.
    const ctx = await market.as.agency();
    const one = { from: "2027-03-31", to: "2027-03-31" };
    const { rows } = await app.admin.query(
      `select count(*)::int as count from invoices where agency_id = $1 and kind = 'invoice' and issued_at < $2`,
      [market.agency.id, "2027-03-31T23:00:00Z"],
    );
    const { invoices } = await listInvoices(ctx, { ...one, kind: "invoice", limit: 100 });
    expect(invoices.length).toBe(rows[0].count);
    expect(invoices.length).toBe(9);
  });

  it("has nothing for a distributor, and refuses days that end before they begin", async () => {
    const distributor = await newDistributor(app, market.agency);
    expect(await reportRevenue(await distributor.ctx(), whole)).toMatchObject({ currencies: [] });
    expect(await listReport(await distributor.ctx(), whole)).toMatchObject({ rows: [], next: null });
    const ctx = await market.as.agency();
    await expect(reportRevenue(ctx, { from: "2027-03-02", to: "2027-03-01" })).rejects.toMatchObject({
      fields: [expect.objectContaining({ code: "period_wrong" })],
    });
  });
});

describe("the days before", () => {
  it.each([
    ["2027-03-01", "2027-03-10", "2027-02-01", "2027-02-10"],
    ["2027-03-01", "2027-03-31", "2027-02-01", "2027-02-28"],
    ["2027-03-01", "2027-03-30", "2027-02-01", "2027-02-28"],
    ["2027-01-01", "2027-12-31", "2026-01-01", "2026-12-31"],
    ["2027-02-01", "2027-04-15", "2026-11-01", "2027-01-15"],
    ["2027-03-05", "2027-03-07", "2027-03-02", "2027-03-04"],
  ])("of %s to %s are %s to %s", (from, to, first, last) => {
    expect(rangeBefore({ from, to })).toEqual({ from: first, to: last });
  });

  it("touches each month once", () => {
    expect(monthsOf({ from: "2026-11-30", to: "2027-02-01" })).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
    ]);
  });
});
