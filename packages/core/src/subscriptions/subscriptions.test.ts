import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deactivateCustomer } from "../customers/deactivate.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket, newPricedPlan } from "../testing/market.ts";
import { cancelSubscription } from "./cancel.ts";
import { changeSubscription } from "./change.ts";
import { createSubscription } from "./create.ts";
import { listSubscriptions } from "./list.ts";
import { listOffers } from "./list-offers.ts";
import { previewSubscription } from "./preview.ts";
import { previewSubscriptionChange } from "./preview-change.ts";
import { reactivateSubscription } from "./reactivate.ts";
import { readSubscription } from "./read.ts";
import { carryOnSubscriptions } from "./sweep.ts";

let app: TestApp;
let worker: pg.Pool;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
  market = await newMarket(app);
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

const monthly = { currency: "EUR", interval: "month" as const };
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const invoicesOf = async (subscription: string) =>
  (
    await app.admin.query(
      `select i.code, i.seller_id as seller, l.kind, l.period_from::text as from, l.period_to::text as to, l.quantity,
        l.net_minor::int as net, l.no_commission as none, l.rate_bps as bps
       from invoice_lines l join invoices i on i.agency_id = l.agency_id and i.id = l.invoice_id
       where l.subscription_id = $1 order by i.issued_at, i.number`,
      [subscription],
    )
  ).rows;
/** Sells the agency's plan to its direct customer, on a market of its own, so that its clock can be moved. */
async function sold(more: Partial<Parameters<typeof createSubscription>[1]> = {}) {
  const own = await newMarket(app);
  const { direct } = own.customers;
  const { id } = await createSubscription(await own.as.agency(), {
    ...{ customerId: direct, planId: own.plans.agencys, ...monthly },
    ...more,
  });
  return { ...own, id, read: async () => readSubscription(await own.as.agency(), { id }) };
}

describe("what can be sold", () => {
  const offersTo = async (ctx: Ctx, customerId: string) =>
    (await listOffers(ctx, { customerId })).offers.map(({ planId }) => planId);

  it("an own-plan reseller's plans to its customers, the agency's to all others", async () => {
    const { as, customers, plans } = market;
    expect(await offersTo(await as.agency(), customers.direct)).toEqual([plans.agencys]);
    expect(await offersTo(await as.agency(), customers.ofAgent)).toEqual([plans.agencys]);
    expect(await offersTo(await as.agent(), customers.ofAgent)).toEqual([plans.agencys]);
    expect(await offersTo(await as.agency(), customers.ofSeller)).toEqual([plans.sellers]);
    expect(await offersTo(await as.seller(), customers.ofSeller)).toEqual([plans.sellers]);
  });

  it("nothing to somebody else's customer, whoever it is said to be", async () => {
    const { as, customers, plans } = market;
    expect(await code(listOffers(await as.seller(), { customerId: customers.ofAgent }))).toBe("not_found");
    const sale = { customerId: customers.direct, planId: plans.agencys, ...monthly };
    expect(await code(createSubscription(await as.agent(), sale))).toBe("not_found");
    const foreign = { customerId: customers.ofAgent, planId: plans.sellers, ...monthly };
    expect(await code(createSubscription(await as.agency(), foreign))).toBe("plan_unknown");
  });
});

describe("a sale", () => {
  it.each([
    ["agent", "ofAgent", "agencys", "no_rate"],
    ["agency", "direct", "agencys", "direct"],
    ["seller", "ofSeller", "sellers", "own_sale"],
  ] as const)(
    "by the %s is invoiced by who sells it, as the preview said",
    async (who, customer, plan, none) => {
      const { as, customers, plans, agency, seller } = market;
      const sale = { customerId: customers[customer], planId: plans[plan], ...monthly, quantity: 3 };
      const seen = await previewSubscription(await as[who](), sale);
      expect(seen).toMatchObject({ unitMinor: 1_000, periodMinor: 3_000, due: { totalMinor: 3_000 } });
      const made = await createSubscription(await as[who](), { ...sale, versionId: seen.versionId });
      const [invoice, ...more] = await invoicesOf(made.id);
      expect(more).toEqual([]);
      expect(invoice).toMatchObject({
        ...{ seller: who === "seller" ? seller.id : agency.id, kind: "new", quantity: 3, net: 3_000, none },
        ...{ from: "2027-03-10", to: "2027-04-10" },
      });
      expect(seen.period).toEqual({ from: "2027-03-10", to: "2027-04-10" });
    },
  );

  it("at a price that has changed meanwhile is a conflict", async () => {
    const { as, customers, plans } = market;
    const sale = { customerId: customers.direct, planId: plans.agencys, ...monthly };
    expect(await code(createSubscription(await as.agency(), { ...sale, versionId: plans.sellers }))).toBe(
      "conflict",
    );
  });

  it("to a customer that is switched off is refused", async () => {
    const own = await newMarket(app);
    await deactivateCustomer(await own.as.agency(), { id: own.customers.direct });
    const sale = { customerId: own.customers.direct, planId: own.plans.agencys, ...monthly };
    expect(await code(createSubscription(await own.as.agency(), sale))).toBe("customer_inactive");
  });

  it("with a trial is charged when that ends", async () => {
    const own = await sold({ trialDays: 14 });
    expect(await own.read()).toMatchObject({
      state: "trial",
      period: { from: "2027-03-10", to: "2027-03-24" },
    });
    expect(await invoicesOf(own.id)).toEqual([]);
    await own.at("2027-03-24T00:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await own.read()).toMatchObject({
      state: "active",
      period: { from: "2027-03-24", to: "2027-04-24" },
    });
    expect(await invoicesOf(own.id)).toMatchObject([{ kind: "new", from: "2027-03-24", net: 1_000 }]);
  });
});

describe("a period that ends", () => {
  it("is followed by the next, each charged once, however often and late the worker comes", async () => {
    const own = await sold();
    await own.at("2027-06-09T23:30:00Z");
    await Promise.all([carryOnSubscriptions(worker), carryOnSubscriptions(worker)]);
    await carryOnSubscriptions(worker);
    const froms = (await invoicesOf(own.id)).map(({ from, kind }) => `${kind} ${from}`);
    // In Lisbon it is the tenth of June already.
    expect(froms).toEqual([
      "new 2027-03-10",
      "renewal 2027-04-10",
      "renewal 2027-05-10",
      "renewal 2027-06-10",
    ]);
    expect((await own.read()).period).toEqual({ from: "2027-06-10", to: "2027-07-10" });
  });

  it("is the last of one that was cancelled", async () => {
    const own = await sold();
    const { id } = own;
    expect(await cancelSubscription(await own.as.agency(), { id })).toEqual({ id, endsOn: "2027-04-10" });
    expect(await code(changeSubscription(await own.as.agency(), { id, quantity: 5 }))).toBe(
      "subscription_cancelled",
    );
    await own.at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await own.read()).toMatchObject({ state: "ended" });
    expect(await invoicesOf(id)).toHaveLength(1);
    expect(await code(reactivateSubscription(await own.as.agency(), { id }))).toBe("subscription_ended");
  });

  it("goes on as before for one that was reactivated in time", async () => {
    const own = await sold();
    await cancelSubscription(await own.as.agency(), { id: own.id });
    expect(await own.read()).toMatchObject({ cancelled: true });
    await reactivateSubscription(await own.as.agency(), { id: own.id });
    await own.at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await own.read()).toMatchObject({ state: "active", cancelled: false });
  });
});

it("renews every other subscription of an agency where one cannot be", async () => {
  const { as, at, customers, plans, id: broken } = await sold({ quantity: 2 });
  const sale = { customerId: customers.direct, planId: plans.agencys, ...monthly };
  const { id: whole } = await createSubscription(await as.agency(), sale);
  // Twice the most that an amount can be.
  await app.admin.query("update subscriptions set unit_minor = 9223372036854775807 where id = $1", [broken]);
  await at("2027-04-10T12:00:00Z");
  for (let rounds = 0; rounds < 2; rounds++)
    await expect(carryOnSubscriptions(worker)).rejects.toBeInstanceOf(AggregateError);
  expect(await invoicesOf(whole)).toHaveLength(2);
  expect(await invoicesOf(broken)).toHaveLength(1);
  await app.admin.query("update subscriptions set unit_minor = 1000 where id = $1", [broken]);
  await carryOnSubscriptions(worker);
  expect(await invoicesOf(broken)).toHaveLength(2);
});

describe("a change", () => {
  it("that costs more counts at once and charges the days that are left", async () => {
    const own = await sold();
    await own.at("2027-03-26T12:00:00Z");
    const asked = { id: own.id, quantity: 3 };
    const seen = await previewSubscriptionChange(await own.as.agency(), asked);
    // 2,000 more for a month of 31 days, of which 15 are left.
    expect(seen).toMatchObject({ counts: "now", periodMinor: 3_000, due: { netMinor: 968 } });
    expect(await changeSubscription(await own.as.agency(), asked)).toMatchObject({ counts: "now" });
    expect((await invoicesOf(own.id))[1]).toMatchObject({
      kind: "change",
      net: 968,
      from: "2027-03-26",
      to: "2027-04-10",
    });
    expect(await own.read()).toMatchObject({ quantity: 3, next: null });
  });

  it("that costs less waits for the next period, and the last word counts", async () => {
    const own = await sold({ quantity: 3 });
    const { id } = own;
    const change = async (quantity: number) => changeSubscription(await own.as.agency(), { id, quantity });
    expect(await change(1)).toEqual({ id, counts: "next_period", invoiceId: null });
    await change(2);
    expect(await own.read()).toMatchObject({ quantity: 3, next: { quantity: 2 } });
    await own.at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await own.read()).toMatchObject({ quantity: 2, next: null });
    expect((await invoicesOf(id))[1]).toMatchObject({ kind: "renewal", quantity: 2, net: 2_000 });
  });

  it("back to what runs takes the one away that waits, and nothing else", async () => {
    const own = await sold({ quantity: 3 });
    const { id } = own;
    await changeSubscription(await own.as.agency(), { id, quantity: 1 });
    await changeSubscription(await own.as.agency(), { id, quantity: 3 });
    expect(await own.read()).toMatchObject({ quantity: 3, next: null });
    expect(await invoicesOf(id)).toHaveLength(1);
  });

  it("of plan takes that plan's price, and only one of the same seller, currency and interval", async () => {
    const own = await sold();
    const agencys = await own.as.agency();
    const dear = await newPricedPlan(agencys, [{ ...monthly, amountMinor: 4_100 }]);
    const yearly = await newPricedPlan(agencys, [{ ...monthly, interval: "year", amountMinor: 4_100 }]);
    expect(await code(changeSubscription(agencys, { id: own.id, planId: yearly }))).toBe("plan_unknown");
    expect(await changeSubscription(agencys, { id: own.id, planId: dear })).toMatchObject({ counts: "now" });
    expect(await own.read()).toMatchObject({ unitMinor: 4_100, plan: { id: dear } });
    expect((await invoicesOf(own.id))[1]).toMatchObject({ kind: "change", net: 3_100 });
  });

  it("that two make at once is charged for each on top of the other", async () => {
    const own = await sold();
    const change = async (quantity: number) =>
      changeSubscription(await own.as.agency(), { id: own.id, quantity });
    await Promise.all([2, 3, 4, 5].map(change));
    const lines = await invoicesOf(own.id);
    const { quantity } = await own.read();
    const charged = lines.reduce((sum, { net }) => sum + net, 0);
    // Whatever the order was: what runs now was charged in full, and never twice.
    expect(charged).toBeGreaterThanOrEqual(quantity * 1_000);
    expect(charged).toBeLessThanOrEqual(5_000);
    expect(charged).toBe(Math.max(...lines.map(({ quantity: of }) => of)) * 1_000);
  });
});

it("lists a customer's subscriptions, and nobody else's", async () => {
  const { as, customers } = market;
  const of = async (ctx: Ctx, customerId?: string) =>
    (await listSubscriptions(ctx, { customerId })).subscriptions.map(({ customer }) => customer.id);
  expect(await of(await as.agent())).toEqual([customers.ofAgent]);
  expect(await of(await as.agent(), customers.direct)).toEqual([]);
  expect([...(await of(await as.agency()))].sort()).toEqual(Object.values(customers).sort());
});
