import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catchUp } from "../clock/catch-up.ts";
import { moveClock } from "../clock/move.ts";
import { readInvoice } from "../invoices/read.ts";
import type { Jobs } from "../jobs/catalogue.ts";
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
  const { rows } = await app.admin.query<{
    payload: Jobs["test-gateway.call-back"] & { agencyId: string };
  }>("delete from platform.waiting_jobs where name = 'test-gateway.call-back' returning payload");
  for (const { payload } of rows) {
    await callBack(app, payload);
    await takeUpPayments(app.pool, payload.agencyId, invoiceId);
  }
  return rows.length;
}

it("a call put off for days comes when the agency's clock has been moved past it, once, and not before", async () => {
  const one = await invoiced();
  await one.answer({ delay: "days", twice: true });
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
  await moveClock(await one.as.agency(), { days: 2 });
  await catchUp(worker);
  expect(await carryOut(one.id)).toBe(0);
  expect((await one.read()).state).toBe("open");
  await moveClock(await one.as.agency(), { days: 1 });
  await Promise.all([catchUp(worker), makeLateCalls(worker)]);
  expect(await carryOut(one.id)).toBe(2);
  const { state, payments } = await one.read();
  expect([state, payments.length]).toEqual(["paid", 1]);
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
});

it("a call put off for a minute comes after it, and may say that the payment was declined", async () => {
  const one = await invoiced();
  await one.answer({ delay: "minute", outcome: "declined" });
  await one.at("2027-03-10T12:00:50Z");
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(0);
  await one.at("2027-03-10T12:02:00Z");
  await makeLateCalls(worker);
  expect(await carryOut(one.id)).toBe(1);
  expect(await one.read()).toMatchObject({ state: "open", pending: false, payments: [] });
});
