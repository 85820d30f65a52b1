import { afterAll, beforeAll, expect, it } from "vitest";
import { readInvoice } from "../invoices/read.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { payByLink } from "../payment-links/pay.ts";
import { openTestGateway } from "../platform/payments/test-gateway.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { openCheckout } from "./open-checkout.ts";
import { receivePayment } from "./receive.ts";

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
  const { url: path } = await payByLink(await contextFor(app, agent.host), { token });
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

it("a live agency's invoices are not paid at a gateway that takes no money", async () => {
  const { as, agency, agent, customers, plans } = await newMarket(app);
  const sale = { customerId: customers.ofAgent, planId: plans.agencys, currency: "EUR" };
  const { invoiceId } = await createSubscription(await as.agent(), { ...sale, interval: "month" });
  const { link } = await readInvoice(await as.agent(), { id: invoiceId! });
  const token = link!.url.split("/").at(-1)!;
  await app.admin.query("update agencies set mode = 'live' where agency_id = $1", [agency.id]);
  const live = { ...app, config: { ...app.config, demo: false } };
  const visitor = await contextFor(live, agent.host);
  expect((await openPaymentLink(visitor, { token })).online).toBe(false);
  await expect(payByLink(visitor, { token })).rejects.toMatchObject({ code: "no_gateway" });
  const { url: path } = await payByLink(await contextFor(app, agent.host), { token });
  const checkout = path.split("/").at(-1)!;
  await expect(openCheckout(visitor, { checkout })).rejects.toMatchObject({ code: "no_gateway" });
  const answer = answerCheckout(visitor, { checkout, outcome: "paid" });
  await expect(answer).rejects.toMatchObject({ code: "no_gateway" });
  const told = { eventId: "e1", kind: "paid", reference: "r", payerEmail: null } as const;
  const message = { ...told, invoiceId: invoiceId!, amountMinor: 1_000, currency: "EUR" };
  const call = openTestGateway(app.config.secret, agency.id).sign(message, new Date());
  const receipt = receivePayment(visitor, { provider: "test", ...call });
  await expect(receipt).rejects.toMatchObject({ code: "no_gateway" });
  expect((await readInvoice(await as.agent(), { id: invoiceId! })).state).toBe("open");
});
