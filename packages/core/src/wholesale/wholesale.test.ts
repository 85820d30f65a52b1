import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catchUp } from "../clock/catch-up.ts";
import { listInvoices } from "../invoices/list.ts";
import { printInvoice } from "../invoices/print.ts";
import { readInvoice } from "../invoices/read.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { updateLegalEntity } from "../legal-entities/update.ts";
import { createPaymentLink } from "../payment-links/create.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { carryOutPlanChanges } from "../plans/sweep.ts";
import { reportRevenue } from "../reports/revenue.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { changeType } from "../resellers/change-type.ts";
import { carryOutTypeChanges } from "../resellers/type-sweep.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { reactivateSubscription } from "../subscriptions/reactivate.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { readBook } from "../testing/book.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { newMeteredMarket, toldUsage } from "../testing/metered-market.ts";
import { previewWholesale } from "./preview.ts";
import { readWholesale } from "./read.ts";
import { startWholesale } from "./start.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const monthly = { currency: "EUR", interval: "month" as const };

/** A market on 22 March whose own-plan reseller is on a metered plan of 31.00 EUR a month. */
async function onPlan(said: Parameters<Awaited<ReturnType<typeof newMeteredMarket>>["plan"]>[1] = {}) {
  const market = await newMeteredMarket(app, worker);
  const id = market.seller.id;
  await market.at("2027-03-22T12:00:00Z");
  const planId = await market.plan("agency", { payer: "reseller", ...said }, 3_100);
  const put = async (plan: string, effective: "now" | "next_period", keepPrice = false) =>
    changePlan(await market.as.agency(), { id, planId: plan, effective, keepPrice });
  await put(planId, "now");
  const start = async (more: Partial<Parameters<typeof startWholesale>[1]> = {}) =>
    startWholesale(await market.as.agency(), { id, ...monthly, ...more });
  const invoices = async (ctx?: Ctx, more: Partial<Parameters<typeof listInvoices>[1]> = {}) =>
    (await listInvoices(ctx ?? (await market.as.agency()), { customerId: id, sort: "issued", ...more }))
      .invoices;
  const until = async (day: string) => {
    await market.at(`${day}T12:00:00Z`);
    await carryOutPlanChanges(worker);
    await carryOnSubscriptions(worker);
  };
  const read = async () => readWholesale(await market.as.agency(), { id });
  return { ...market, id, planId, put, start, invoices, until, read };
}

it("charges what is left of the month at once, as it was shown, to the reseller as its invoices name it", async () => {
  const { as, id, start, read, invoices } = await onPlan();
  const entity = { name: "Harbour Apps B.V.", address: "Kade 1", country: "NL", taxId: "NL001" };
  await updateLegalEntity(await as.seller(), { ...entity, taxBps: 2_100 });
  expect(await read()).toMatchObject({
    plan: {
      prices: [
        { ...monthly, amountMinor: 3_100 },
        { currency: "EUR", interval: "year" },
      ],
    },
    subscription: null,
  });
  const shown = await previewWholesale(await as.agency(), { id, ...monthly });
  expect(shown).toMatchObject({
    unitMinor: 3_100,
    period: { from: "2027-03-22", to: "2027-04-01" },
    due: { netMinor: 1_000, totalMinor: 1_000, earning: { reason: "wholesale", amountMinor: 0 } },
  });
  const { invoiceId } = await start();
  expect(await invoices()).toMatchObject([
    { id: invoiceId, netMinor: 1_000, wholesale: true, own: true, customer: { id, name: "Harbour Apps" } },
  ]);
  expect(await readInvoice(await as.agency(), { id: invoiceId! })).toMatchObject({
    buyer: entity,
    lines: [{ kind: "new", netMinor: 1_000, rate: { none: "wholesale" } }],
    mailedTo: expect.stringMatching(/^contact@/),
  });
  expect((await read()).subscription).toMatchObject({ unitMinor: 3_100, nextMinor: 3_100, cancelled: false });
  expect(await code(start())).toBe("wholesale_runs");
});

it("is in the agency's books alone, and earns nobody a commission", async () => {
  const { as, agency, seller, start } = await onPlan();
  const { invoiceId } = await start();
  const id = invoiceId!;
  await markPaid(await as.agency(), { id, reference: "transfer" });
  await takeUpPayments(app.pool, agency.id, id);
  expect((await readInvoice(await as.agency(), { id })).decisions).toMatchObject([
    { outcome: "skipped", reason: "wholesale", amountMinor: 0 },
  ]);
  expect(await readBook(app, agency.id)).toMatchObject({ cash: 1_000, revenue: -1_000 });
  expect(await readBook(app, seller.id)).toEqual({});
  expect(await code(as.seller().then((ctx) => markPaid(ctx, { id, reference: "own" })))).toBe(
    "kind_forbidden",
  );
});

it("renews on the first of the month with what all its customers used past the included units", async () => {
  const { start, report, until, invoices, as, id } = await onPlan();
  const { id: subscription } = await start();
  await report("ofSeller", 125, "2027-03-22");
  // What the agent's customer uses is not Harbour's.
  await report("ofAgent", 900, "2027-03-22");
  await until("2027-04-01");
  const [, renewal, ...more] = await invoices();
  expect(more).toEqual([]);
  const { lines } = await readInvoice(await as.agency(), { id: renewal!.id });
  expect(lines).toMatchObject([
    { kind: "renewal", from: "2027-04-01", to: "2027-05-01", netMinor: 3_100, subscriptionId: subscription },
    { kind: "overage", from: "2027-03-22", netMinor: 75, usage: { units: 125, blocks: 3 } },
  ]);
  const told = await app.admin.query(
    `select kind, period_from::text as from, net_minor::int as net from invoice_lines where customer_id = $1 and kind = 'overage'`,
    [id],
  );
  expect(toldUsage(told.rows)).toEqual(["overage 2027-03-22 75"]);
});

it.each(["agency", "customer"] as const)("does not charge for usage that the %s pays", async (payer) => {
  const { start, report, until, invoices } = await onPlan({ payer });
  await start();
  await report("ofSeller", 125, "2027-03-22");
  await until("2027-04-01");
  expect((await invoices()).map(({ netMinor }) => netMinor)).toEqual([1_000, 3_100]);
});

it("follows the plan the reseller is on, from the next period and at the price that counts for it", async () => {
  const { start, put, plan, until, invoices, read } = await onPlan();
  await start();
  const dearer = await plan("agency", { payer: "reseller" }, 5_000);
  await put(dearer, "now");
  expect((await read()).subscription).toMatchObject({ unitMinor: 3_100, nextMinor: 5_000 });
  await until("2027-04-01");
  await put(await plan("agency", {}, 9_900), "next_period", true);
  await until("2027-05-01");
  expect((await invoices()).map(({ netMinor }) => netMinor)).toEqual([1_000, 5_000, 5_000]);
});

it("ends where the plan has no price in its currency and interval, and is begun anew by another", async () => {
  const { start, put, plans, until, invoices, read } = await onPlan();
  await start({ interval: "year" });
  // Its plan has a monthly price alone.
  await put(plans.agencys, "now");
  expect((await read()).subscription).toMatchObject({ nextMinor: null });
  await until("2028-03-01");
  expect(await invoices()).toHaveLength(1);
  expect((await read()).subscription).toBeNull();
  await start();
  expect((await read()).subscription).toMatchObject({ unitMinor: 1_000 });
});

it("takes each period's plan as of its beginning, in whatever order and however late the worker comes", async () => {
  const { at, start, put, plan, invoices, read } = await onPlan();
  await start();
  // Counts from 1 May; nobody comes by until the middle of June, and then in the wrong order.
  await at("2027-04-20T12:00:00Z");
  await put(await plan("agency", { payer: "reseller" }, 5_000), "next_period");
  // It was not looked after since March: the period that is shown next is April's.
  expect((await read()).subscription).toMatchObject({ nextMinor: 3_100 });
  await at("2027-06-15T12:00:00Z");
  const nets = async () => (await invoices()).map(({ netMinor }) => netMinor);
  expect(await carryOutPlanChanges(worker)).toBe(0);
  await carryOnSubscriptions(worker);
  expect(await nets()).toEqual([1_000, 3_100]);
  expect(await carryOutPlanChanges(worker)).toBe(1);
  await carryOnSubscriptions(worker);
  expect(await nets()).toEqual([1_000, 3_100, 5_000, 5_000]);
  // The clock's own round does all of it at once.
  await put(await plan("agency", { payer: "reseller" }, 7_000), "next_period");
  await at("2027-08-15T12:00:00Z");
  await catchUp(worker);
  expect(await nets()).toEqual([1_000, 3_100, 5_000, 5_000, 7_000, 7_000]);
});

it("shows the next period at the plan that is to count by then, and that there is none with another type", async () => {
  const { as, id, start, put, plan, read } = await onPlan();
  await start();
  await put(await plan("agency", { payer: "reseller" }, 5_000), "next_period");
  expect((await read()).subscription).toMatchObject({ unitMinor: 3_100, nextMinor: 5_000 });
  await put(await plan("agency", { payer: "reseller" }, 6_000), "next_period", true);
  expect((await read()).subscription).toMatchObject({ nextMinor: 3_100 });
  await changeType(await as.agency(), { id, type: "commission", day: "2027-04-01" });
  expect((await read()).subscription).toMatchObject({ nextMinor: null, cancelled: false });
});

it("changes the type only after the periods that begin before, and bills none after it", async () => {
  const { at, as, id, start, invoices } = await onPlan();
  await start();
  await changeType(await as.agency(), { id, type: "commission", day: "2027-05-01" });
  await at("2027-05-10T12:00:00Z");
  expect(await carryOutTypeChanges(worker)).toBe(0);
  await carryOnSubscriptions(worker);
  await carryOutTypeChanges(worker);
  await carryOnSubscriptions(worker);
  expect((await invoices()).map(({ netMinor }) => netMinor)).toEqual([1_000, 3_100]);
});

it("charges what was shown or nothing", async () => {
  const { at, as, id, start } = await onPlan();
  const shown = await previewWholesale(await as.agency(), { id, ...monthly });
  await at("2027-03-23T00:30:00Z");
  expect(await code(start({ netMinor: shown.due!.netMinor }))).toBe("conflict");
  await start({ netMinor: 900 });
});

it.each(["commission", "archived"] as const)("ends with its period once the reseller is %s", async (what) => {
  const { start, as, id, until, invoices, read } = await onPlan();
  await start();
  const ctx = await as.agency();
  if (what === "archived") await archiveReseller(ctx, { id });
  else await changeType(ctx, { id, type: "commission" });
  await until("2027-05-01");
  expect(await invoices()).toHaveLength(1);
  expect(await read()).toMatchObject({ plan: null, subscription: null });
  expect(await code(start())).toBe("wholesale_none");
});

it("is the agency's to end and to take up again, and nobody's to change", async () => {
  const { start, as, id } = await onPlan();
  const { id: subscription } = await start();
  const own = { id: subscription };
  for (const verb of [cancelSubscription, reactivateSubscription])
    expect(await code(verb(await as.seller(), own))).toBe("kind_forbidden");
  expect(await code(changeSubscription(await as.seller(), { ...own, quantity: 2 }))).toBe("kind_forbidden");
  expect(await code(changeSubscription(await as.agency(), { ...own, quantity: 2 }))).toBe(
    "wholesale_by_plan",
  );
  await cancelSubscription(await as.agency(), own);
  await reactivateSubscription(await as.agency(), own);
  expect((await listSubscriptions(await as.seller(), {})).subscriptions).toMatchObject([
    { ...own, wholesale: true, customer: { id } },
  ]);
  expect((await listSubscriptions(await as.agent(), {})).subscriptions).toEqual([]);
});

it("is paid at the agency's host and in its name, and never at the reseller's own", async () => {
  const { start, as, agency, seller } = await onPlan();
  const id = (await start()).invoiceId!;
  const { url } = await createPaymentLink(await as.seller(), { id });
  expect(new URL(url).hostname).toBe(agency.host);
  const token = url.split("/").at(-1)!;
  expect(await openPaymentLink(await contextFor(app, agency.host), { token })).toMatchObject({
    state: "open",
  });
  expect(await code(contextFor(app, seller.host).then((ctx) => openPaymentLink(ctx, { token })))).toBe(
    "token_invalid",
  );
  const fronts = await Promise.all(
    [as.agency(), as.seller()].map(async (ctx) => (await printInvoice(await ctx, { id })).front),
  );
  expect(fronts[0]).toEqual(fronts[1]);
  const { rows } = await app.admin.query(
    "select account_id, recipient from mails where subject_id = $1 and kind = 'invoice_issued'",
    [id],
  );
  expect(rows).toEqual([{ account_id: agency.id, recipient: expect.stringMatching(/^contact@/) }]);
});

it("is told apart from what is sold in lists and reports", async () => {
  const { start, as } = await onPlan();
  await start();
  const seller = await as.seller();
  const sold = async (how: "own" | "others" | "bought") =>
    (await listInvoices(seller, { sold: how })).invoices.length;
  expect([await sold("own"), await sold("others"), await sold("bought")]).toEqual([0, 0, 1]);
  const days = { from: "2027-03-01", to: "2027-03-31" };
  expect((await reportRevenue(seller, { ...days, sold: "others" })).currencies).toEqual([]);
  expect((await reportRevenue(await as.agency(), days)).currencies).toMatchObject([
    { currency: "EUR", now: { revenueMinor: 1_000 } },
  ]);
});
