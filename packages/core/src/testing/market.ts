import { createCustomer } from "../customers/create.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import type { Price } from "../plans/terms.ts";
import { letters, newAgency } from "./agency.ts";
import type { TestApp } from "./app.ts";
import { contextFor } from "./context.ts";
import { newReseller } from "./reseller.ts";

/** Publishes a plan of the caller's with these prices; without any, 10.00 EUR a month. */
export async function newPricedPlan(ctx: Ctx, prices: Price[] = [tenEuros], name = letters(10)) {
  const plan = await createPlan(ctx, { name, terms: { prices, meters: [] } });
  await publishPlan(ctx, { id: plan.id });
  return plan.id;
}

const tenEuros: Price = { currency: "EUR", interval: "month", amountMinor: 1_000 };

/**
 * A test agency at noon of the tenth of March, Lisbon time, with both kinds of reseller, a customer of each and one of its own, and a plan of the
 * agency's and of the own-plan reseller's.
 */
export async function newMarket(app: TestApp) {
  const agency = await newAgency(app, { mode: "test", billingZone: "Europe/Lisbon" });
  const at = async (instant: string) => {
    await app.admin.query("update agencies set clock_offset = $2::timestamptz - now() where agency_id = $1", [
      agency.id,
      instant,
    ]);
  };
  await at("2027-03-10T12:00:00Z");
  const seller = await newReseller(app, agency, "Harbour Apps", "own_plans");
  const agent = await newReseller(app, agency, "Cove Referrals", "commission");
  const as = {
    agency: () => agency.ctx(),
    seller: () => contextFor(app, seller.host, seller.owner.session),
    agent: () => contextFor(app, agent.host, agent.owner.session),
  };
  const customer = async (ctx: Ctx, name: string) => (await createCustomer(ctx, { name, country: "PT" })).id;
  return {
    ...{ agency, seller, agent, as, at },
    customers: {
      direct: await customer(await as.agency(), "Direct Dental"),
      ofSeller: await customer(await as.seller(), "Harbour Hotel"),
      ofAgent: await customer(await as.agent(), "Cove Cafe"),
    },
    plans: {
      agencys: await newPricedPlan(await as.agency()),
      sellers: await newPricedPlan(await as.seller()),
    },
  };
}

export type Market = Awaited<ReturnType<typeof newMarket>>;
