import { inTenant } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAttention } from "../attention/list.ts";
import { listInvoices } from "../invoices/list.ts";
import { readInvoice } from "../invoices/read.ts";
import { voidInvoice } from "../invoices/void.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { readBook } from "../testing/book.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { codeOf as code } from "../testing/stripe-market.ts";
import { giveBackSurplus } from "./give-back.ts";
import { takeIn } from "./take-in.ts";
import { takeUpPayments } from "./take-up.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  market = await newMarket(app);
});
afterAll(() => app.close());

const books = (book: string) => readBook(app, book);

/** An invoice of 30.00 EUR, and the gateway's word that it was paid. */
async function invoiced() {
  const { as, agency, customers, plans } = market;
  const sale = { customerId: customers.ofAgent, planId: plans.agencys, currency: "EUR", quantity: 3 };
  const { invoiceId } = await createSubscription(await as.agency(), { ...sale, interval: "month" });
  const id = invoiceId!;
  const read = async () => readInvoice(await as.agency(), { id });
  const takeUp = () => takeUpPayments(app.pool, agency.id, id);
  const pay = async (reference: string) => {
    const about = { invoiceId: id, amountMinor: 3_000, currency: "EUR", reference, payerEmail: null };
    const message = { ...about, kind: "paid" as const, eventId: `${reference} ${id}` };
    const scope = { agency: agency.id, kind: "agency", account: agency.id } as const;
    await inTenant(app.pool, scope, (tx) => takeIn(tx, agency.id, "test", message));
    await takeUp();
  };
  return { id, read, takeUp, pay };
}
type Invoiced = Awaited<ReturnType<typeof invoiced>>;

describe("what came too much", () => {
  const surplusOf = async (one: Invoiced) => (await one.read()).surpluses[0]!;
  const giveBack = async (id: string, as: keyof Market["as"] = "agency") =>
    code(giveBackSurplus(await market.as[as](), { id, reference: "Transfer 7" }));
  const needs = async () => {
    const ctx = await market.as.agency();
    const { items } = await listAttention(ctx, {});
    const { invoices } = await listInvoices(ctx, { needs: "surplus" });
    return {
      count: items.find(({ need }) => need === "surplus")?.count ?? 0,
      ids: invoices.map(({ id }) => id),
    };
  };

  it.each(["paid twice", "paid after it was taken back"])(
    "%s stands in the books and on the home page, and goes back exactly and once, touching nothing else",
    async (how) => {
      const before = await needs();
      const one = await invoiced();
      if (how === "paid twice") await one.pay("first");
      else await voidInvoice(await market.as.agency(), { id: one.id });
      const settled = await books(market.agency.id);
      const { decisions, creditNotes, state } = await one.read();
      await one.pay("more");
      const surplus = await surplusOf(one);
      expect(surplus).toMatchObject({ leftMinor: 3_000, currency: "EUR", reference: "more" });
      const { cash = 0, overpaid = 0 } = settled;
      expect(await books(market.agency.id)).toEqual({
        ...settled,
        cash: cash + 3_000,
        overpaid: overpaid - 3_000,
      });
      expect(await needs()).toEqual({ count: before.count + 1, ids: [one.id, ...before.ids] });
      // The buyer's reseller sees it, and it is not its money.
      expect(await giveBack(surplus.id, "agent")).toBe("kind_forbidden");
      const answers = await Promise.all([giveBack(surplus.id), giveBack(surplus.id)]);
      expect(answers).toContain("done");
      await Promise.all([one.takeUp(), one.takeUp()]);
      expect(await giveBack(surplus.id)).toBe("invoice_not_paid");
      await one.takeUp();
      const after = await one.read();
      expect(await surplusOf(one)).toMatchObject({ leftMinor: 0 });
      expect(after).toMatchObject({ decisions, creditNotes, state });
      expect(after.payments.filter(({ kind }) => kind === "surplus_back")).toHaveLength(1);
      expect(await books(market.agency.id)).toEqual({ ...settled, overpaid });
      expect(await needs()).toEqual(before);
    },
  );
});
