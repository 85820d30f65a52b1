import { openPool } from "@tenantry/db";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taxIn } from "../invoices/tax.ts";
import { divideHalfEven } from "../kernel/money.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { reactivateSubscription } from "../subscriptions/reactivate.ts";
import { readSubscription } from "../subscriptions/read.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket, newPricedPlan } from "../testing/market.ts";
import { listReport } from "./list.ts";
import { reportRevenue } from "./revenue.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

const inEuros = async ({ as }: Market) =>
  (await reportRevenue(await as.agency(), {})).currencies.find(({ currency }) => currency === "EUR")
    ?.mrrMinor ?? 0;

async function sell(
  market: Market,
  planId: string,
  more: { interval?: "month" | "year"; trialDays?: number },
) {
  const sale = { customerId: market.customers.direct, planId, currency: "EUR", interval: "month" as const };
  return (await createSubscription(await market.as.agency(), { ...sale, ...more })).id;
}

describe("what a subscription brings in a month", () => {
  it("is a year's charge by twelve, rounded half to even, once for each subscription", async () => {
    const market = await newMarket(app);
    const id = await sell(market, market.plans.agencys, {});
    const halves = fc
      .integer({ min: 0, max: 5_000 })
      .map((twelfths) => ({ unit: twelfths * 6, quantity: 1 }));
    const any = fc.record({
      unit: fc.integer({ min: 0, max: 900_000_000 }),
      quantity: fc.integer({ min: 1, max: 10_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(halves, any), async ({ unit, quantity }) => {
        const { rows } = await app.admin.query<{ monthly: string }>(
          `update subscriptions set billed_every = 'year', unit_minor = $2, quantity = $3 where id = $1
           returning app.monthly_minor(subscriptions, now(), 0) as monthly`,
          [id, unit, quantity],
        );
        expect(BigInt(rows[0]!.monthly)).toBe(divideHalfEven(BigInt(unit) * BigInt(quantity), 12n));
      }),
      { numRuns: 200 },
    );
  });

  it("is net of the tax that is in the seller's prices, by the rounding of invoices", async () => {
    const amounts = fc.array(fc.bigInt(0n, 9_000_000_000_000_000n), { minLength: 50, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: 1, max: 10_000 }), async (prices, bps) => {
        const all = [...prices, ...Array.from({ length: 50 }, (_, nth) => BigInt(nth))];
        const { rows } = await app.admin.query<{ tax: string; month: string; twelfth: string }>(
          `select app.tax_in(p, $2) as tax, app.net_month('month', p, $2) as month, app.net_month('year', p, $2) as twelfth
           from unnest($1::bigint[]) with ordinality given (p, nth) order by nth`,
          [all.map(String), bps],
        );
        for (const [nth, price] of all.entries()) {
          const tax = taxIn(price, bps);
          const net = price - tax;
          const { tax: told, month, twelfth } = rows[nth]!;
          expect([told, month, twelfth].map(BigInt)).toEqual([tax, net, divideHalfEven(net, 12n)]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("follows what runs: nothing in a trial, a change when it counts, a cancelled one until its end", async () => {
    const market = await newMarket(app);
    const { as, at } = market;
    const yearly = await newPricedPlan(await as.agency(), [
      { currency: "EUR", interval: "year", amountMinor: 10_006 },
    ]);
    const id = await sell(market, market.plans.agencys, {});
    expect(await inEuros(market)).toBe(1_000);
    await sell(market, yearly, { interval: "year" });
    expect(await inEuros(market)).toBe(1_834);
    const trial = await sell(market, market.plans.agencys, { trialDays: 20 });
    expect(await inEuros(market)).toBe(1_834);
    await changeSubscription(await as.agency(), { id, quantity: 3 });
    expect(await inEuros(market)).toBe(3_834);
    await changeSubscription(await as.agency(), { id, quantity: 2 });
    expect(await inEuros(market)).toBe(3_834);
    await cancelSubscription(await as.agency(), { id: trial });
    await at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    expect(await inEuros(market)).toBe(2_834);
    await cancelSubscription(await as.agency(), { id });
    expect(await inEuros(market)).toBe(2_834);
    await reactivateSubscription(await as.agency(), { id });
    await cancelSubscription(await as.agency(), { id });
    // Its end has come, and nobody has written it down yet.
    await at("2027-05-10T12:00:00Z");
    expect(await readSubscription(await as.agency(), { id })).toMatchObject({ state: "active", mrrMinor: 0 });
    expect(await inEuros(market)).toBe(834);
    await carryOnSubscriptions(worker);
    expect(await inEuros(market)).toBe(834);
  });

  it("is not told of days that are over", async () => {
    const market = await newMarket(app);
    await sell(market, market.plans.agencys, {});
    await market.at("2027-04-05T12:00:00Z");
    const march = { from: "2027-03-01", to: "2027-03-31" };
    const { currencies } = await reportRevenue(await market.as.agency(), march);
    expect(currencies).toMatchObject([{ mrrMinor: null, now: { revenueMinor: 1_000 } }]);
    const { rows } = await listReport(await market.as.agency(), march);
    expect(rows).toMatchObject([{ mrrMinor: null }]);
    // What recurs is told in a month in which nothing else happened.
    expect((await listReport(await market.as.agency(), {})).rows).toMatchObject([
      { netMinor: 0, mrrMinor: 1_000 },
    ]);
  });
});

describe("the list of subscriptions", () => {
  it("is ordered by it, pages both ways, and finds by customer and number", async () => {
    const market = await newMarket(app);
    const { as, customers, plans } = market;
    for (const quantity of [3, 1, 2, 3, 5]) {
      const sale = { customerId: customers.direct, planId: plans.agencys, quantity, currency: "EUR" };
      await createSubscription(await as.agency(), { ...sale, interval: "month" });
    }
    const sale = { customerId: customers.ofAgent, planId: plans.agencys, currency: "EUR" };
    const { code } = await createSubscription(await as.agent(), { ...sale, interval: "month" });
    for (const [sort, first] of [
      ["-mrr", [5_000, 3_000, 3_000, 2_000, 1_000, 1_000]],
      ["mrr", [1_000, 1_000, 2_000, 3_000, 3_000, 5_000]],
    ] as const) {
      const seen: { id: string; mrrMinor: number }[] = [];
      let cursor: string | undefined;
      let back: string | null = null;
      do {
        const page = await listSubscriptions(await as.agency(), { sort, limit: 2, cursor });
        seen.push(...page.subscriptions);
        back = page.previous;
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen.map(({ mrrMinor }) => mrrMinor)).toEqual(first);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(6);
      const before = await listSubscriptions(await as.agency(), { sort, limit: 2, cursor: back! });
      expect(before.subscriptions.map(({ id }) => id)).toEqual(seen.slice(2, 4).map(({ id }) => id));
    }
    const found = async (search: string) =>
      (await listSubscriptions(await as.agency(), { search })).subscriptions.map(({ code }) => code);
    expect(await found("cove")).toEqual([code]);
    expect(await found(code.toLowerCase())).toEqual([code]);
    expect((await found("direct")).length).toBe(5);
    expect(await found("nobody")).toEqual([]);
    const others = await listSubscriptions(await as.agent(), { sold: "others" });
    expect(others.subscriptions.map(({ code }) => code)).toEqual([code]);
    expect((await listSubscriptions(await as.agent(), { sold: "own" })).subscriptions).toEqual([]);
  });
});
