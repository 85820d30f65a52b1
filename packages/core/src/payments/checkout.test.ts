import { afterAll, beforeAll, expect, it } from "vitest";
import { readInvoice } from "../invoices/read.ts";
import { payByLink } from "../payment-links/pay.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { openCheckout } from "./open-checkout.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it("a checkout opens and is answered on its front's host alone", async () => {
  const { as, agency, agent, seller, customers, plans } = await newMarket(app);
  const sale = { customerId: customers.ofAgent, planId: plans.agencys, currency: "EUR" };
  const { invoiceId } = await createSubscription(await as.agent(), { ...sale, interval: "month" });
  const { link } = await readInvoice(await as.agent(), { id: invoiceId! });
  const token = link!.url.split("/").at(-1)!;
  const { path } = await payByLink(await contextFor(app, agent.host), { token });
  const checkout = path.split("/").at(-1)!;
  expect(await openCheckout(await contextFor(app, agent.host), { checkout })).toMatchObject({
    amountMinor: 1_000,
  });
  for (const { host } of [agency, seller]) {
    const visitor = await contextFor(app, host);
    await expect(openCheckout(visitor, { checkout })).rejects.toMatchObject({ code: "token_invalid" });
    const answer = answerCheckout(visitor, { checkout, outcome: "paid" });
    await expect(answer).rejects.toMatchObject({ code: "token_invalid" });
  }
});
