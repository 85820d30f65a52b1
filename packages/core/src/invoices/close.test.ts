import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPaymentLink } from "../payment-links/create.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { payByLink } from "../payment-links/pay.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { readSubscription } from "../subscriptions/read.ts";
import { readBook } from "../testing/book.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { listInvoices } from "./list.ts";
import { markUncollectible } from "./mark-uncollectible.ts";
import { readInvoice } from "./read.ts";
import { voidInvoice } from "./void.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  market = await newMarket(app);
  // The agency charges 19 % at home.
  await app.admin.query(
    `insert into legal_entities (agency_id, account_id, distributor_id, reseller_id, name, country, tax_id, tax_bps)
     values ($1, $1, $1, $1, 'Agency Lda.', 'PT', 'PT1', 1900)`,
    [market.agency.id],
  );
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
async function sell(to: keyof Market["customers"] = "ofAgent") {
  const own = to === "ofSeller";
  const ctx = own ? await market.as.seller() : await market.as.agency();
  const planId = own ? market.plans.sellers : market.plans.agencys;
  const sale = { customerId: market.customers[to], planId, currency: "EUR", interval: "month" as const };
  const { id, invoiceId } = await createSubscription(ctx, { ...sale, quantity: 3 });
  return { id: invoiceId!, subscription: id, as: own ? market.as.seller : market.as.agency };
}
const read = async (id: string) => readInvoice(await market.as.agency(), { id });
const tokenOf = async (id: string) => (await read(id)).link!.url.split("/").at(-1)!;
const front = () => contextFor(app, market.agent.host);
const pay = async (id: string) => {
  await markPaid(await market.as.agency(), { id, reference: "statement" });
  await takeUpPayments(app.pool, market.agency.id, id);
};
const numbers = async (seller: string, kind: string) => {
  const sql = "select number::int from invoices where seller_id = $1 and kind = $2 order by number";
  return (await app.admin.query(sql, [seller, kind])).rows.map(({ number }) => number);
};

describe("taking an invoice back", () => {
  it("makes a credit note of all of it in the seller's series, turns its books round, and ends what was to come", async () => {
    const paid = await sell();
    await pay(paid.id);
    await refundInvoice(await market.as.agency(), { id: paid.id, amountMinor: 100, reference: "x" });
    await takeUpPayments(app.pool, market.agency.id, paid.id);
    const before = await readBook(app, market.agency.id);
    const { id, subscription } = await sell();
    const { creditNote } = await voidInvoice(await market.as.agency(), { id });
    expect(creditNote.code).toBe("CN-000002");
    const invoice = await read(id);
    expect(invoice).toMatchObject({
      ...{ state: "void", totalMinor: 3_570, refundedMinor: 0, overdue: false, decisions: [], payments: [] },
      creditNotes: [{ id: creditNote.id, totalMinor: 3_570 }],
      dunning: { ended: true },
    });
    const note = await read(creditNote.id);
    expect(note).toMatchObject({ kind: "credit_note", netMinor: 3_000, taxMinor: 570, totalMinor: 3_570 });
    expect(note.credits).toEqual({ id, code: invoice.code });
    expect(note.lines).toMatchObject([{ kind: "credit", netMinor: 3_000, taxMinor: 570, taxBps: 1_900 }]);
    expect(await readBook(app, market.agency.id)).toEqual(before);
    expect(await numbers(market.agency.id, "credit_note")).toEqual([1, 2]);
    expect(await numbers(market.agency.id, "invoice")).toEqual([1, 2]);
    expect((await readSubscription(await market.as.agency(), { id: subscription })).state).toBe("active");
  });

  it("leaves a link by which nothing can be paid, and says so", async () => {
    const { id } = await sell();
    const token = await tokenOf(id);
    await voidInvoice(await market.as.agency(), { id });
    expect(await openPaymentLink(await front(), { token })).toMatchObject({ state: "void" });
    const agencys = await market.as.agency();
    for (const work of [
      async () => payByLink(await front(), { token }),
      () => createPaymentLink(agencys, { id }),
      () => markPaid(agencys, { id, reference: "x" }),
      () => voidInvoice(agencys, { id }),
      () => markUncollectible(agencys, { id }),
    ])
      expect(await code(work())).toBe("invoice_not_open");
    expect(await code(refundInvoice(agencys, { id, reference: "x" }))).toBe("invoice_not_paid");
  });

  it("is for unpaid invoices, and for their seller alone", async () => {
    const agencys = await sell();
    const sellers = await sell("ofSeller");
    const taken = async (as: keyof Market["as"], id: string) => [
      await code(voidInvoice(await market.as[as](), { id })),
      await code(markUncollectible(await market.as[as](), { id })),
    ];
    expect(await taken("agent", agencys.id)).toEqual(["kind_forbidden", "kind_forbidden"]);
    expect(await taken("seller", agencys.id)).toEqual(["not_found", "not_found"]);
    expect(await taken("agency", sellers.id)).toEqual(["kind_forbidden", "kind_forbidden"]);
    expect(await code(voidInvoice(await market.as.seller(), { id: sellers.id }))).toBe("done");
    await pay(agencys.id);
    expect(await taken("agency", agencys.id)).toEqual(["invoice_not_open", "invoice_not_open"]);
  });

  it("and paying it at the same time come to one of the two, never to both", async () => {
    for (let turn = 0; turn < 8; turn++) {
      const { id } = await sell();
      await markPaid(await market.as.agency(), { id, reference: "statement" });
      const ctx = await market.as.agency();
      await Promise.all([
        takeUpPayments(app.pool, market.agency.id, id),
        code(voidInvoice(ctx, { id })),
        code(voidInvoice(ctx, { id })),
      ]);
      await takeUpPayments(app.pool, market.agency.id, id);
      const { state, payments, creditNotes, odd } = await read(id);
      const paid = payments.filter(({ kind }) => kind === "payment");
      expect([state, paid.length, creditNotes.length, odd.length]).toEqual(
        state === "paid" ? ["paid", 1, 0, 0] : ["void", 0, 1, 1],
      );
    }
    const { [`receivable:${market.customers.ofAgent}`]: owed = 0 } = await readBook(app, market.agency.id);
    expect(owed).toBe(0);
  });

  it("is mailed to the customer", async () => {
    await app.admin.query("update accounts set email = 'books@cove.example' where id = $1", [
      market.customers.ofAgent,
    ]);
    const { id } = await sell();
    const { creditNote } = await voidInvoice(await market.as.agency(), { id });
    expect((await read(creditNote.id)).mails).toMatchObject([
      { kind: "invoice_credited", recipient: "books@cove.example" },
    ]);
  });
});

describe("an uncollectible invoice", () => {
  it("is not reminded of, stays owed, and can be paid whole by its link or by bank", async () => {
    const { id } = await sell();
    const before = await readBook(app, market.agency.id);
    await markUncollectible(await market.as.agency(), { id });
    expect(await read(id)).toMatchObject({
      state: "uncollectible",
      dunning: { ended: true },
      creditNotes: [],
    });
    expect(await readBook(app, market.agency.id)).toEqual(before);
    const token = await tokenOf(id);
    // Who owes it is not told what the seller thinks of it.
    expect((await openPaymentLink(await front(), { token })).state).toBe("open");
    expect((await payByLink(await front(), { token })).url).toMatch(/^\/pay\/gateway\//);
    const { invoices } = await listInvoices(await market.as.agency(), { state: "uncollectible" });
    expect(invoices.map((one) => one.id)).toEqual([id]);
    await pay(id);
    expect(await read(id)).toMatchObject({ state: "paid", payments: [{ amountMinor: 3_570 }] });
  });

  it("can still be taken back, once", async () => {
    const { id } = await sell("ofSeller");
    await markUncollectible(await market.as.seller(), { id });
    const twice = await Promise.all([
      code(voidInvoice(await market.as.seller(), { id })),
      code(voidInvoice(await market.as.seller(), { id })),
    ]);
    expect(twice.toSorted()).toEqual(["done", "invoice_not_open"]);
    expect(await numbers(market.seller.id, "credit_note")).toEqual([1]);
  });
});
