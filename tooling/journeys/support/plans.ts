import { createPlan } from "@tenantry/core/plans/create";
import { createMigration } from "@tenantry/core/plans/create-migration";
import { publishPlan } from "@tenantry/core/plans/publish";
import { updatePlan } from "@tenantry/core/plans/update";
import { createReseller } from "@tenantry/core/resellers/create";
import type { Agency } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { contextFor } from "@tenantry/core/testing/context";
import { newReseller, type Reseller, resellerInput } from "@tenantry/core/testing/reseller";
import { startWholesale } from "@tenantry/core/wholesale/start";
import type { Served } from "./serve-app.ts";

/** Terms of a plan with a price of so many euros. */
export function termsOf(euros: number, includedUnits: number) {
  return {
    prices: [
      { currency: "EUR", interval: "month" as const, amountMinor: euros * 100 },
      { currency: "EUR", interval: "year" as const, amountMinor: euros * 1_000 },
    ],
    meters: [
      {
        meter: "messages",
        includedUnits,
        blockUnits: 1_000,
        softCapUnits: includedUnits * 2,
        hardCapUnits: includedUnits * 3,
        overages: [{ currency: "EUR", amountMinor: 400, costMinor: 150 }],
      },
    ],
  };
}

/** Plans in every state their pages show. */
export async function makePlans({ app }: Served, agency: Agency, partner: Reseller) {
  const ctx = await agency.ctx();
  const { id: plan } = await createPlan(ctx, {
    name: "Scale",
    internalName: "Scale 2027",
    description: "For teams.",
    terms: termsOf(49, 10_000),
  });
  await publishPlan(ctx, { id: plan });
  await createReseller(ctx, { ...resellerInput(`p${letters(14)}`), planId: plan });
  const stays = await createReseller(ctx, { ...resellerInput(`p${letters(14)}`), planId: plan });
  await updatePlan(ctx, { id: plan, terms: termsOf(59, 12_000) });
  await publishPlan(ctx, { id: plan });
  await createMigration(ctx, { id: plan, day: "2099-01-01", leaveOut: [stays.id] });
  await updatePlan(ctx, { id: plan, terms: termsOf(69, 12_000) });
  const theirs = await contextFor(app, partner.host, partner.owner.session);
  const own = await createPlan(theirs, { name: "Shop", terms: termsOf(19, 500) });
  await publishPlan(theirs, { id: own.id });
  const seller = await newReseller(app, agency);
  await app.admin.query("update resellers set type = 'commission' where id = $1", [seller.id]);
  const made = () => createReseller(ctx, { ...resellerInput(`p${letters(14)}`), planId: plan });
  const [uncharged, charged] = [await made(), await made()];
  const monthly = { currency: "EUR", interval: "month" as const };
  const wholesale = await startWholesale(ctx, { id: charged.id, ...monthly });
  return { plan, ownPlan: own.id, seller, uncharged: uncharged.id, charged: charged.id, wholesale };
}
