import { readInvoice } from "@tenantry/core/invoices/read";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import type { Market } from "@tenantry/core/testing/market";

/** Sells to one of a market's customers: its invoice, the way it is paid, and the host where that is. */
export async function sell(market: Market, to: keyof Market["customers"] = "ofAgent", quantity = 3) {
  const own = to === "ofSeller";
  const as = own ? market.as.seller : market.as.agency;
  const planId = own ? market.plans.sellers : market.plans.agencys;
  const sale = { customerId: market.customers[to], planId, currency: "EUR", interval: "month" as const };
  const { invoiceId } = await createSubscription(await as(), { ...sale, quantity });
  const { id, code, link } = await readInvoice(await as(), { id: invoiceId! });
  const { host } = { ofSeller: market.seller, ofAgent: market.agent, direct: market.agency }[to];
  return { id, code, host, path: new URL(link!.url).pathname };
}
