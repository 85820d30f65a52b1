import { readInvoice } from "@tenantry/core/invoices/read";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import type { TestApp } from "@tenantry/core/testing";
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

/** The commission rate of a commission reseller that counts where nothing more particular does. */
export async function setDefaultRate(
  app: TestApp,
  { agency, agent }: Pick<Market, "agency" | "agent">,
  rateBps: number,
) {
  await app.admin.query(
    `insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
     values ($1, gen_random_uuid(), $1, $2, $1, 'reseller', $3, 'agency', now())`,
    [agency.id, agent.id, rateBps],
  );
}
