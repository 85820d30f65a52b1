import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRate } from "../commissions/set-rate.ts";
import { updateCustomer } from "../customers/update.ts";
import { readInvoice } from "../invoices/read.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { listPlans } from "../plans/list.ts";
import { reportLeakage } from "../reports/leakage.ts";
import { reportRevenue } from "../reports/revenue.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { previewSubscription } from "../subscriptions/preview.ts";
import { previewSubscriptionChange } from "../subscriptions/preview-change.ts";
import { readSubscription } from "../subscriptions/read.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { readBook } from "../testing/book.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket, newPricedPlan } from "../testing/market.ts";
import { previewWholesale } from "../wholesale/preview.ts";
import { startWholesale } from "../wholesale/start.ts";
import { previewPrices } from "./preview-prices.ts";
import { updateLegalEntity } from "./update.ts";

let app: TestApp;
let worker: pg.Pool;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});
beforeEach(async () => {
  market = await newMarket(app);
  await say(true);
});

const paper = { name: "Agency Lda.", address: "", country: "PT", taxId: "PT1", taxBps: 1_900 };
const say = async (pricesIncludeTax: boolean, subscriptionsSeen?: number) =>
  updateLegalEntity(await market.as.agency(), { ...paper, pricesIncludeTax, subscriptionsSeen });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const read = async (id: string) => readInvoice(await market.as.agency(), { id });
const monthly = { currency: "EUR", interval: "month" as const };
async function sell(customerId: string, quantity = 3) {
  const sale = { customerId, planId: market.plans.agencys, ...monthly, quantity };
  const preview = await previewSubscription(await market.as.agency(), sale);
  const { id, invoiceId } = await createSubscription(await market.as.agency(), sale);
  return { id, invoiceId: invoiceId!, preview };
}
const pay = async (id: string) => {
  await markPaid(await market.as.agency(), { id, reference: "statement" });
  await takeUpPayments(app.pool, market.agency.id, id);
};
const newest = async (subscription: string) => {
  const { rows } = await app.admin.query<{ id: string }>(
    `select i.id from invoices i join invoice_lines l on l.agency_id = i.agency_id and l.invoice_id = i.id
     where l.subscription_id = $1 order by i.issued_at desc, i.number desc limit 1`,
    [subscription],
  );
  return read(rows[0]!.id);
};

describe("a seller whose prices include tax", () => {
  it("is paid exactly the price, and commission, books, MRR and reports go by the net in it", async () => {
    const { as, customers, agency, agent } = market;
    await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
    const { id, invoiceId, preview } = await sell(customers.ofAgent);
    expect(preview).toMatchObject({ pricesIncludeTax: true, unitMinor: 1_000, periodMinor: 3_000 });
    const due = { netMinor: 2_521, taxMinor: 479, totalMinor: 3_000 };
    expect(preview.due).toMatchObject({ ...due, earning: { amountMinor: 252 } });
    expect(await read(invoiceId)).toMatchObject({ ...due, pricesIncludeTax: true });
    await pay(invoiceId);
    expect((await read(invoiceId)).decisions).toMatchObject([{ baseMinor: 2_521, amountMinor: 252 }]);
    expect(await readBook(app, agency.id)).toMatchObject({ revenue: -2_521, tax: -479, cash: 3_000 });
    const subscription = await readSubscription(await as.agency(), { id });
    expect(subscription).toMatchObject({ pricesIncludeTax: true, unitMinor: 1_000, mrrMinor: 2_521 });
    // The reseller that sells for the agency sees the same, though the agency's details are not its to read.
    expect(await readSubscription(await as.agent(), { id })).toMatchObject({
      ...{ pricesIncludeTax: true, mrrMinor: 2_521 },
    });
    const { currencies } = await reportRevenue(await as.agency(), { sold: "own" });
    expect(currencies).toMatchObject([{ now: { netMinor: 2_521, taxMinor: 479 }, mrrMinor: 2_521 }]);
    expect((await listPlans(await as.agent(), {})).includedTaxBps).toBe(1_900);
    expect((await listPlans(await as.seller(), {})).includedTaxBps).toBe(0);
  });

  it("charges a buyer that owes the tax itself the price without it, and a reseller its part of the price", async () => {
    const { as, customers, seller } = market;
    await updateCustomer(await as.agency(), { id: customers.direct, country: "DE", taxId: "DE1" });
    const { invoiceId, preview } = await sell(customers.direct);
    const due = { netMinor: 2_521, taxMinor: 0, totalMinor: 2_521, taxReason: "reverse_charge" };
    expect(preview.due).toMatchObject(due);
    expect(await read(invoiceId)).toMatchObject({ netMinor: 2_521, totalMinor: 2_521 });
    const planId = await newPricedPlan(await as.agency(), [{ ...monthly, amountMinor: 3_100 }]);
    await app.admin.query(
      `update resellers set plan_id = $2, plan_version_id = (select id from plan_versions where plan_id = $2) where id = $1`,
      [seller.id, planId],
    );
    const looked = await previewWholesale(await as.agency(), { id: seller.id, ...monthly });
    // The tenth of March: 22 of 31 days.
    expect(looked).toMatchObject({ pricesIncludeTax: true, due: { netMinor: 1_849, totalMinor: 2_200 } });
    const begin = { id: seller.id, ...monthly, netMinor: looked.due!.netMinor };
    const { invoiceId: own } = await startWholesale(await as.agency(), begin);
    expect((await read(own!)).lines).toMatchObject([
      { unitMinor: 3_100, days: { charged: 22, of: 31 }, prior: null, quantity: 1 },
    ]);
    expect(await code(startWholesale(await as.agency(), { ...begin, netMinor: 2_200 }))).toBe(
      "wholesale_runs",
    );
  });

  it("is sold and changed at what was seen, and at nothing else once prices mean something else", async () => {
    const { as, customers } = market;
    const { id, preview } = await sell(customers.direct);
    const sale = { customerId: customers.direct, planId: market.plans.agencys, ...monthly, quantity: 3 };
    const seen = { ...sale, totalMinor: preview.due!.totalMinor };
    const change = { id, quantity: 5 };
    const { due } = await previewSubscriptionChange(await as.agency(), change);
    const looked = { ...change, totalMinor: due!.totalMinor };
    await say(false, 1);
    expect(await code(createSubscription(await as.agency(), seen))).toBe("conflict");
    expect(await code(changeSubscription(await as.agency(), looked))).toBe("conflict");
    await say(true, 1);
    expect(await code(createSubscription(await as.agency(), seen))).toBe("done");
    expect(await code(changeSubscription(await as.agency(), looked))).toBe("done");
  });

  it("is told what saying otherwise does to what runs, which is what happens, and nothing that was issued changes", async () => {
    const { as, at, customers } = market;
    const { id, invoiceId } = await sell(customers.direct);
    const before = await read(invoiceId);
    expect(await code(say(false))).toBe("prices_unseen");
    expect(await code(say(false, 2))).toBe("conflict");
    const told = await previewPrices(await as.agency(), { pricesIncludeTax: false });
    expect(told).toEqual({
      subscriptions: 1,
      currencies: [
        {
          ...{ currency: "EUR", count: 1 },
          before: { netMinor: 2_521, taxMinor: 479, totalMinor: 3_000 },
          after: { netMinor: 3_000, taxMinor: 570, totalMinor: 3_570 },
        },
      ],
    });
    expect((await say(false, told.subscriptions)).pricesIncludeTax).toBe(false);
    expect(await read(invoiceId)).toEqual(before);
    await at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await newest(id)).toMatchObject({ ...told.currencies[0]!.after, pricesIncludeTax: false });
    // Left out it stays, and nobody has to have looked.
    const { pricesIncludeTax } = await updateLegalEntity(await as.agency(), { ...paper, name: "New Lda." });
    expect(pricesIncludeTax).toBe(false);
  });
});

describe("a line", () => {
  it("explains a change by what ran before and the days that are left, on its invoice and to whoever looks ahead", async () => {
    const { as, at, customers } = market;
    const { id, invoiceId } = await sell(customers.direct);
    expect((await read(invoiceId)).lines).toMatchObject([
      { quantity: 3, unitMinor: 1_000, prior: null, days: { charged: 31, of: 31 }, creditedMinor: null },
    ]);
    await at("2027-03-29T12:00:00Z");
    const change = { id, quantity: 5 };
    const looked = await previewSubscriptionChange(await as.agency(), change);
    await changeSubscription(await as.agency(), change);
    const changed = await newest(id);
    // Twenty more a period, for 12 of 31 days.
    expect(looked.due).toMatchObject({ totalMinor: 774 });
    expect(changed).toMatchObject({ totalMinor: 774, netMinor: looked.due!.netMinor });
    expect(changed.lines).toMatchObject([
      {
        ...{ quantity: 5, unitMinor: 1_000, prior: { quantity: 3, unitMinor: 1_000 } },
        days: { charged: 12, of: 31 },
      },
    ]);
    expect((await reportLeakage(await as.agency(), {})).leaks).toEqual([]);
  });

  it("of a credit note is one thing at what is taken of how much, and what was sold where all is", async () => {
    const { as, agency, customers } = market;
    const { invoiceId } = await sell(customers.direct);
    await pay(invoiceId);
    for (const amountMinor of [1_000, 2_000]) {
      await refundInvoice(await as.agency(), { id: invoiceId, amountMinor, reference: "x" });
      await takeUpPayments(app.pool, agency.id, invoiceId);
    }
    const { creditNotes, netMinor, taxMinor } = await read(invoiceId);
    const notes = await Promise.all(creditNotes.map((note) => read(note.id)));
    expect(notes.map(({ lines }) => lines)).toMatchObject([
      [{ quantity: 1, unitMinor: 1_000, creditedMinor: 3_000, days: null, prior: null }],
      [{ quantity: 1, unitMinor: 2_000, creditedMinor: 3_000 }],
    ]);
    const sum = (of: "netMinor" | "taxMinor") => notes.reduce((all, note) => all + note[of], 0);
    expect([sum("netMinor"), sum("taxMinor")]).toEqual([netMinor, taxMinor]);
    const { invoiceId: other } = await sell(customers.ofAgent);
    await pay(other);
    await refundInvoice(await as.agency(), { id: other, amountMinor: 3_000, reference: "y" });
    await takeUpPayments(app.pool, agency.id, other);
    const [note] = (await read(other)).creditNotes;
    expect((await read(note!.id)).lines).toMatchObject([
      { quantity: 3, unitMinor: 1_000, creditedMinor: 3_000, netMinor: 2_521, taxMinor: 479 },
    ]);
  });

  it("that was issued before has no explanation, and stays as it is", async () => {
    const { invoiceId } = await sell(market.customers.direct);
    await app.admin.query(
      "update invoice_lines set price_minor = null, unit_minor = null, period_days = null where invoice_id = $1",
      [invoiceId],
    );
    expect((await read(invoiceId)).lines).toMatchObject([
      { quantity: 3, unitMinor: null, prior: null, days: null, creditedMinor: null, netMinor: 2_521 },
    ]);
  });
});
