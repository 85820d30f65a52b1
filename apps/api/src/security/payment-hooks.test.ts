import { newId } from "@tenantry/core/kernel/ids";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { openTestGateway } from "@tenantry/core/platform/payments/test-gateway";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { afterAll, beforeAll, expect, it } from "vitest";
import { send } from "../testing/web.ts";
import { openTestWeb, type TestWeb } from "../testing/web.ts";

// T35: who calls in a gateway's name is believed by the signature over the very bytes, on the right host, and counts once.
let web: TestWeb;
let market: Market;
let invoiceId: string;
beforeAll(async () => {
  web = await openTestWeb();
  market = await newMarket(web.app);
  const sale = { customerId: market.customers.ofAgent, planId: market.plans.agencys };
  const made = await createSubscription(await market.as.agent(), { ...sale, currency: "EUR", interval: "month" });
  invoiceId = made.invoiceId!;
});
afterAll(() => web.close());
