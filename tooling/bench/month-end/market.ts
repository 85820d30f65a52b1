import { setRate } from "@tenantry/core/commissions/set-rate";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { contextFor } from "@tenantry/core/testing";
import { letters, newAgency } from "@tenantry/core/testing/agency";
import { newReseller } from "@tenantry/core/testing/reseller";
import type pg from "pg";

/** What every plan says: a price a month, units within it, and what a block of more costs. */
export const terms = { unit: 1_000n, included: 100n, block: 10n, blockPrice: 25n };
export const taxBps = 2_300;
export const rateBps = 1_500;

/** Who sells, under which plan, to the customers of which account. */
export interface Front {
  accountId: string;
  /** Whether its customers bring a reseller commission. */
  earns: boolean;
  seller: { id: string; planId: string; ctx: () => Promise<Ctx> };
}

export interface Market {
  agencyId: string;
  fronts: Front[];
  /** Sets the agency's clock to noon of a day. */
  noonOf(day: string): Promise<void>;
}

/**
 * A test agency with customers of its own to come, two commission resellers and two with plans of their own; made by the verbs, as people
 * make them.
 */
export async function newMarket(app: App, admin: pg.Pool, today: string): Promise<Market> {
  const agency = await newAgency(app, { mode: "test", billingZone: "Europe/Lisbon" });
  const noonOf = async (day: string) => {
    await admin.query(
      `update agencies set clock_offset = (($2::date + time '12:00') at time zone billing_zone) - now()
       where agency_id = $1`,
      [agency.id, day],
    );
  };
  await noonOf(today);
  const seller = async (id: string, ctx: () => Promise<Ctx>) => {
    await updateLegalEntity(await ctx(), {
      ...{ name: "On paper", address: "Rua Um 1", country: "PT", taxId: "PT501442600", taxBps },
    });
    return { id, planId: await newPlan(await ctx()), ctx };
  };
  const agencys = await seller(agency.id, agency.ctx);
  const fronts: Front[] = [{ accountId: agency.id, earns: false, seller: agencys }];
  for (const name of ["Cove Referrals", "Dune Referrals"]) {
    const { id } = await newReseller(app, agency, name, "commission");
    await setRate(await agency.ctx(), { subject: "reseller", id, rateBps });
    fronts.push({ accountId: id, earns: true, seller: agencys });
  }
  for (const name of ["Harbour Apps", "Inlet Apps"]) {
    const { id, host, owner } = await newReseller(app, agency, name, "own_plans");
    const own = await seller(id, () => contextFor(app, host, owner.session));
    fronts.push({ accountId: id, earns: false, seller: own });
  }
  return { agencyId: agency.id, fronts, noonOf };
}

async function newPlan(ctx: Ctx): Promise<string> {
  const { id } = await createPlan(ctx, {
    name: letters(10),
    terms: {
      prices: [{ currency: "EUR", interval: "month", amountMinor: Number(terms.unit) }],
      meters: [
        {
          ...{ meter: "messages", includedUnits: Number(terms.included), blockUnits: Number(terms.block) },
          ...{ payer: "customer", softCapUnits: null, hardCapUnits: null },
          overages: [{ currency: "EUR", amountMinor: Number(terms.blockPrice), costMinor: null }],
        },
      ],
    },
  });
  await publishPlan(ctx, { id });
  return id;
}
