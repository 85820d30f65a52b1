import { createAgency } from "@tenantry/core/agencies/create";
import { updateBrand } from "@tenantry/core/branding/update";
import { createCustomer } from "@tenantry/core/customers/create";
import type { DemoAgency } from "@tenantry/core/demo/cast";
import { createDistributor } from "@tenantry/core/distributors/create";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { listPlans } from "@tenantry/core/plans/list";
import { createReseller } from "@tenantry/core/resellers/create";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { agencyHost, loginHost } from "@tenantry/core/tenancy/origin";
import { activate, daysAgo, visit } from "./people.ts";
import { pricePlan } from "./plans.ts";
import { seedLegalEntity, seedRate, seedRetailPlan, seedSales, seedWholesale } from "./sales.ts";
import { ingestHistory } from "./usage.ts";

/** Makes one demo agency with everything in it, through the same verbs people use. Answers its owner's session. */
export async function seedAgency(
  app: App,
  operator: Ctx,
  agency: DemoAgency,
  channels: readonly string[],
): Promise<string> {
  const { name, slug, color, country, billingZone, supportEmail, owner } = agency;
  const facts = {
    name,
    slug,
    color,
    country,
    billingZone,
    supportEmail,
    isDemo: true,
    mode: "test" as const,
  };
  const made = await createAgency(operator, { ...facts, ownerName: owner.name, ownerEmail: owner.email });
  const session = await activate(app, made.activationLink, owner.name);
  const ctx = await visit(app, agencyHost(app.config, slug), session);
  const { plans } = await listPlans(ctx, {});
  const currency = country === "US" ? "USD" : "EUR";
  for (const { id } of plans) await pricePlan(ctx, id, currency);
  const active = agency.resellers.filter((reseller) => !reseller.invited);
  await seedLegalEntity(ctx, name, country);
  const uplines = new Map<string, string>();
  for (const distributor of agency.distributors)
    uplines.set(distributor.loginDomain, await seedDistributor(app, ctx, distributor));
  for (const reseller of agency.resellers) {
    const planId = plans.find((plan) => plan.name === reseller.plan)?.id;
    const uplineId = uplines.get(reseller.under ?? "");
    const own = channels.filter((_, index) => active[index % active.length] === reseller);
    await seedReseller(app, ctx, reseller, { planId, uplineId }, { channels: own, currency });
  }
  return session;
}

/** A distributor that may have a few resellers on commission, its owner signed in. Answers its id. */
async function seedDistributor(
  app: App,
  agency: Ctx,
  { color, contact, joined, maximum, ...company }: DemoAgency["distributors"][number],
): Promise<string> {
  const domain = company.email.split("@")[1];
  const made = await createDistributor(daysAgo(agency, joined), {
    ...company,
    website: `https://${domain}`,
    contactName: contact,
    contactEmail: `finance@${domain}`,
    contactPhone: company.phone,
    language: "en",
    delegation: {
      ...{ create: true, edit: true, archive: false, maximum },
      stopModes: ["sales_stopped", "inactive"],
      types: ["commission"],
    },
  });
  await updateBrand(agency, { accountId: made.id, color, supportEmail: `help@${domain}` });
  if (made.activationLink) await activate(app, made.activationLink, contact);
  return made.id;
}

async function seedReseller(
  app: App,
  agency: Ctx,
  reseller: DemoAgency["resellers"][number],
  place: { planId?: string; uplineId?: string },
  { channels, currency }: { channels: string[]; currency: string },
): Promise<void> {
  const { name, loginDomain, email, contact, type, country, phone, color, joined, pace } = reseller;
  const made = await createReseller(daysAgo(agency, joined), {
    type,
    name,
    email,
    phone,
    website: `https://${email.split("@")[1]}`,
    contactName: contact,
    contactEmail: `finance@${email.split("@")[1]}`,
    contactPhone: phone,
    country,
    language: "en",
    ...place,
    loginDomain,
  });
  await updateBrand(agency, { accountId: made.id, color, supportEmail: `help@${email.split("@")[1]}` });
  const session =
    made.activationLink && !reseller.invited ? await activate(app, made.activationLink, contact) : undefined;
  for (const [index, channel] of channels.entries()) {
    const customer = await createCustomer(daysAgo(agency, joined), {
      name: `Room ${channel.slice(1)}`,
      externalId: channel,
      parentId: made.id,
      country,
    });
    // A few rooms carry the history; the rest fill up when real traffic is replayed.
    const share = [0.5, 0.3, 0.2][index];
    if (share) await ingestHistory(agency, customer.id, pace, share, Number(channel.slice(1)));
  }
  if (session && type === "own_plans") {
    const own = await visit(app, loginHost(app.config, loginDomain), session);
    await seedRetailPlan(own, currency);
    await seedSales(app, own, made.id, own);
    await seedWholesale(agency, made.id);
  } else if (session) {
    await seedRate(agency, made.id, 1_250);
    await seedSales(app, agency, made.id, agency);
  }
  if (reseller.locked) await deactivateReseller(daysAgo(agency, reseller.locked), { id: made.id });
}
