import { openPool } from "@tenantry/db";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { voidInvoice } from "../invoices/void.ts";
import { plusDays } from "../kernel/clock.ts";
import { isAppError } from "../kernel/errors.ts";
import { carryOutPlanChanges } from "../plans/sweep.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { reactivateSubscription } from "../subscriptions/reactivate.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { takeOverSubscription } from "../subscriptions/take-over.ts";
import { contextFor, newReseller, openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket, newPricedPlan } from "../testing/market.ts";
import { newMeteredMarket } from "../testing/metered-market.ts";
import { agreedTransfer } from "../testing/transfer.ts";
import { carryOutTransfers } from "../transfers/sweep.ts";
import { startWholesale } from "../wholesale/start.ts";
import { reportLeakage } from "./leakage.ts";
import { leakKinds } from "./leakage-schemas.ts";

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

/** Everything but what is unpaid. */
const charged = leakKinds.filter((kind) => kind !== "unpaid_over_days");

const nth = fc.nat({ max: 30 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant("sell"), to: nth, plan: nth, quantity: nth, trial: nth }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("change"), of: nth, plan: nth, quantity: nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("cancel"), of: nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("reactivate"), of: nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("void"), of: nth }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("use"), to: nth, quantity: nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("wholesale"), plan: nth }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("wait"), days: fc.nat({ max: 35 }) }) },
) as fc.Arbitrary<{ act: string; [fact: string]: string | number }>;

/** A market with plans of nothing, of amounts that round to nothing within a month, and of more. */
async function openShop() {
  const market = await newMeteredMarket(app, worker);
  const prices = [0, 1, 14, 16, 31, 1_000];
  const plans = {
    agency: await Promise.all(prices.map((price) => market.plan("agency", { payer: "customer" }, price))),
    seller: await Promise.all(prices.map((price) => market.plan("seller", { payer: "customer" }, price))),
  };
  return { ...market, priced: plans };
}

it("raises no false alarm over sales, trials, changes, cancellations, usage, wholesale and renewals", async () => {
  let checked = 0;
  let billed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const shop = await openShop();
      const { as, customers } = shop;
      const buyers = ["direct", "ofSeller", "ofAgent"] as const;
      const sold: { id: string; invoiceId: string | null; who: "agency" | "seller" }[] = [];
      let day = "2027-03-10";
      const at = <T>(list: readonly T[], index: string | number) => list[Number(index) % list.length]!;
      const act = async ({ act: name, ...said }: (typeof steps)[number]) => {
        const to = at(buyers, said.to ?? 0);
        const one = sold.length > 0 ? at(sold, said.of ?? 0) : undefined;
        if (name === "sell") {
          const who = to === "ofSeller" ? ("seller" as const) : ("agency" as const);
          const { id, invoiceId } = await createSubscription(await as[who](), {
            ...{ customerId: customers[to], planId: at(shop.priced[who], said.plan!), currency: "EUR" },
            ...{ interval: Number(said.quantity) % 4 === 0 ? ("year" as const) : ("month" as const) },
            ...{
              quantity: Number(said.quantity) + 1,
              trialDays: Number(said.trial) % 3 ? 0 : Number(said.trial),
            },
          });
          sold.push({ id, invoiceId, who });
        } else if (name === "change" && one) {
          const planId = Number(said.plan) % 2 ? at(shop.priced[one.who], said.plan!) : undefined;
          await changeSubscription(await as[one.who](), {
            id: one.id,
            planId,
            quantity: Number(said.quantity) + 1,
          });
        } else if (name === "cancel" && one) await cancelSubscription(await as[one.who](), { id: one.id });
        else if (name === "reactivate" && one)
          await reactivateSubscription(await as[one.who](), { id: one.id });
        else if (name === "void" && one?.invoiceId)
          await voidInvoice(await as[one.who](), { id: one.invoiceId });
        else if (name === "use") await shop.report(to, Number(said.quantity) * 10 + 1, day);
        else if (name === "wholesale") {
          const planId = at(shop.priced.agency, said.plan!);
          await changePlan(await as.agency(), { id: shop.seller.id, planId, effective: "now" });
          await startWholesale(await as.agency(), { id: shop.seller.id, currency: "EUR", interval: "month" });
        } else if (name === "wait") {
          day = plusDays(day, Number(said.days));
          await shop.at(`${day}T12:00:00Z`);
          await carryOutPlanChanges(worker);
          await shop.until(day);
        }
      };
      for (const each of steps) {
        await act(each).catch((error) => {
          // A person would be refused as well: nothing can be changed of what has ended.
          if (!isAppError(error) || error.code === "internal") throw error;
        });
        for (const who of ["agency", "seller"] as const)
          for (const kind of charged) {
            const { leaks } = await reportLeakage(await as[who](), { kind });
            expect(leaks, JSON.stringify({ each, day })).toEqual([]);
            checked += 1;
          }
      }
      const { rows } = await app.admin.query(
        "select count(*)::int as lines from invoice_lines where agency_id = $1 and kind in ('change', 'renewal')",
        [shop.agency.id],
      );
      billed += rows[0].lines;
    }),
    { numRuns: 6 },
  );
  expect(checked).toBeGreaterThan(300);
  // The histories were no empty ones.
  expect(billed).toBeGreaterThan(5);
}, 240_000);

it("raises none where a customer moves in the middle of a period, for either seller or the agency", async () => {
  const market = await newMarket(app);
  const { as, agency, agent, at, plans } = market;
  const customerId = market.customers.ofAgent;
  const other = await newReseller(app, agency, "Bay Partners", "commission");
  const theirs = () => contextFor(app, other.host, other.owner.session);
  const sale = { customerId, planId: plans.agencys, currency: "EUR", interval: "month" as const };
  await createSubscription(await as.agency(), sale);
  await at("2027-03-20T12:00:00Z");
  await createSubscription(await as.agency(), sale);
  await agreedTransfer(
    app,
    market,
    customerId,
    { id: agent.id, host: agent.host, ctx: await as.agent() },
    { id: other.id, ctx: await theirs() },
  );
  await carryOutTransfers(worker);
  await at("2027-04-10T12:00:00Z");
  await carryOutTransfers(worker);
  await carryOnSubscriptions(worker);
  const { rows } = await app.admin.query(
    "select reseller_id as id from subscriptions where customer_id = $1",
    [customerId],
  );
  expect(rows).toEqual([{ id: other.id }, { id: other.id }]);
  for (const ctx of [await as.agency(), await as.agent(), await theirs()])
    for (const kind of charged) expect((await reportLeakage(ctx, { kind })).leaks).toEqual([]);
});

it("is quiet over what was taken over, until the first renewal here is lost", async () => {
  const market = await newMarket(app);
  const { as, at, customers, plans } = market;
  const { id } = await takeOverSubscription(await as.agency(), {
    ...{ customerId: customers.direct, planId: plans.agencys, quantity: 2 },
    ...{ currency: "EUR", interval: "month", startsOn: "2026-11-25" },
  });
  const asked = async () => (await reportLeakage(await as.agency(), {})).leaks.map(({ kind }) => kind);
  expect(await asked()).toEqual([]);
  await at("2027-03-20T12:00:00Z");
  await changeSubscription(await as.agency(), { id, quantity: 4 });
  expect(await asked()).toEqual([]);
  await at("2027-03-25T12:00:00Z");
  await carryOnSubscriptions(worker);
  expect(await asked()).toEqual([]);
  await app.admin.query("delete from invoice_lines where subscription_id = $1 and kind = 'renewal'", [id]);
  expect(await asked()).toEqual(["active_not_billed"]);
});

it("is told of the same history once something is lost", async () => {
  const market = await newMarket(app);
  const planId = await newPricedPlan(await market.as.agency(), [
    { currency: "EUR", interval: "month", amountMinor: 16 },
  ]);
  const sale = { customerId: market.customers.direct, planId, currency: "EUR", interval: "month" as const };
  const { id } = await createSubscription(await market.as.agency(), { ...sale, quantity: 2 });
  await market.at("2027-03-25T12:00:00Z");
  await changeSubscription(await market.as.agency(), { id, quantity: 4 });
  const asked = async () => (await reportLeakage(await market.as.agency(), {})).leaks.map(({ kind }) => kind);
  expect(await asked()).toEqual([]);
  await app.admin.query("delete from invoice_lines where subscription_id = $1 and kind = 'change'", [id]);
  expect(await asked()).toEqual(["quantity_differs"]);
});
