import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catchUp } from "../clock/catch-up.ts";
import { moveClock } from "../clock/move.ts";
import { listInvoices } from "../invoices/list.ts";
import { readInvoice } from "../invoices/read.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { payByLink } from "../payment-links/pay.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { callBack } from "./call-back.ts";
import { makeLateCalls } from "./late-calls.ts";
import { takeUpPayments } from "./take-up.ts";

let app: TestApp;
let worker: ReturnType<typeof openPool>;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

/** An invoice, and what is chosen for it on the gateway's page. */
async function invoiced() {
  const market = await newMarket(app);
  const { as, agent, customers, plans } = market;
  const sale = { customerId: customers.ofAgent, planId: plans.agencys, currency: "EUR" };
  const { invoiceId } = await createSubscription(await as.agent(), { ...sale, interval: "month" });
  const id = invoiceId!;
  const read = async () => readInvoice(await as.agent(), { id });
  const token = (await read()).link!.url.split("/").at(-1)!;
  const visitor = () => contextFor(app, agent.host);
  const { url } = await payByLink(await visitor(), { token });
  const checkout = url.split("/").at(-1)!;
  const answer = async (more: { delay: "minute" | "days"; twice?: boolean; outcome?: "paid" | "declined" }) =>
    answerCheckout(await visitor(), { checkout, outcome: "paid", ...more });
  return { ...market, id, read, answer };
}

/** Makes the calls that the worker has been given, and acts on them; answers how many. */
async function carryOut(invoiceId: string): Promise<number> {
  const made = await tellOnly();
  for (const { agencyId } of made) await takeUpPayments(app.pool, agencyId, invoiceId);
  return made.length;
}

async function tellOnly() {
  const { rows } = await app.admin.query<{
    payload: Jobs["test-gateway.call-back"] & { agencyId: string };
  }>("delete from platform.waiting_jobs where name = 'test-gateway.call-back' returning payload");
  for (const { payload } of rows) await callBack(app, payload);
  return rows.map(({ payload }) => payload);
}

it("a call put off for days comes when the agency's clock has been moved past it, once, and not before", async () => {
  const one = await invoiced();
  await one.answer({ delay: "days", twice: true });
  await makeLateCalls(worker);
  // That it is on its way is told at once, twice as well.
  expect(await carryOut(one.id)).toBe(2);
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
  await moveClock(await one.as.agency(), { days: 2 });
  await catchUp(worker);
  expect(await carryOut(one.id)).toBe(0);
  const onItsWay = { provider: "test", amountMinor: 1_000, currency: "EUR", since: expect.anything() };
  expect(await one.read()).toMatchObject({ state: "open", pending: false, coming: [onItsWay] });
  await moveClock(await one.as.agency(), { days: 1 });
  await Promise.all([catchUp(worker), makeLateCalls(worker)]);
  expect(await carryOut(one.id)).toBe(2);
  const { state, payments, coming, comingSince } = await one.read();
  expect([state, payments.length, coming, comingSince]).toEqual(["paid", 1, [], null]);
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
});

it("a call put off for a minute comes after it, and may say that the payment was declined", async () => {
  const one = await invoiced();
  await one.answer({ delay: "minute", outcome: "declined" });
  expect(await carryOut(one.id)).toBe(1);
  expect((await one.read()).coming).toHaveLength(1);
  await one.at("2027-03-10T12:00:50Z");
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
  await one.at("2027-03-10T12:02:00Z");
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(1);
  expect(await one.read()).toMatchObject({ state: "open", pending: false, coming: [], payments: [] });
});

it("while a payment is on its way it can be paid again by a word of one's own alone, and once it was declined as before", async () => {
  const one = await invoiced();
  const link = async (more: { again?: boolean } = {}) => {
    const token = (await one.read()).link!.url.split("/").at(-1)!;
    const visitor = await contextFor(app, one.agent.host);
    return {
      ...(await openPaymentLink(visitor, { token })),
      pay: () => payByLink(visitor, { token, ...more }),
    };
  };
  await one.answer({ delay: "days", outcome: "declined" });
  // Before anything was acted on as well.
  await tellOnly();
  await expect((await link()).pay()).rejects.toMatchObject({ code: "payment_coming" });
  await takeUpPayments(app.pool, one.agency.id, one.id);
  const { coming, state, pay } = await link();
  expect([state, coming.map(({ amountMinor }) => amountMinor)]).toEqual(["open", [1_000]]);
  await expect(pay()).rejects.toMatchObject({ code: "payment_coming" });
  expect((await (await link({ again: true })).pay()).url).toMatch(/^\/pay\/gateway\//);
  const { invoices } = await listInvoices(await one.as.agency(), {});
  expect(invoices).toMatchObject([{ comingSince: expect.anything(), overdue: false }]);

  await one.at("2027-03-13T12:01:00Z");
  await makeLateCalls(worker);
  await carryOut(one.id);
  const after = await link();
  expect([after.coming, (await after.pay()).url]).toEqual([[], expect.stringMatching(/^\/pay\/gateway\//)]);
});
