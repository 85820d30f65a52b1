import { createAgency } from "@tenantry/core/agencies/create";
import { createCustomer } from "@tenantry/core/customers/create";
import { createReseller } from "@tenantry/core/resellers/create";
import { commandLine } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { resellerInput } from "@tenantry/core/testing/reseller";
import type { Setup } from "../world.ts";
import { setDay } from "./clock.ts";
import { ownerOf } from "./contexts.ts";
import { insertLegalEntities, insertPlans } from "./insert.ts";
import { known, type Product } from "./product.ts";
import type { Stage } from "./stage.ts";

/** Makes what a history begins with: an agency at noon of its first day, with resellers, customers and plans. */
export async function foundProduct(stage: Stage, setup: Setup, zone: string): Promise<Product> {
  const { app } = stage;
  const slug = `t${letters(14)}`;
  const owner = { ownerName: "Olga Owner", ownerEmail: `owner@${slug}.example` };
  const made = await createAgency(commandLine(app), {
    ...{ name: `Agency ${slug}`, slug, ...owner, country: "PT", billingZone: zone, mode: "test" },
  });
  const agency = { id: made.id, host: `${slug}.${app.config.base}`, kind: "agency" as const };
  const product: Product = {
    ...{ stage, agencyId: made.id, zone, accounts: new Map([["agency", agency]]) },
    ...{
      customers: new Map(),
      plans: new Map(),
      subscriptions: new Map(),
      invoices: new Map(),
      payouts: new Map(),
      told: 0,
    },
  };
  await setDay(product, setup.today);
  for (const reseller of setup.resellers) await addReseller(product, reseller);
  for (const customer of setup.customers) await addCustomer(product, customer);
  await insertLegalEntities(product, setup);
  await insertPlans(product, setup);
  return product;
}

async function addReseller(product: Product, { id, type }: Setup["resellers"][number]): Promise<void> {
  const loginDomain = `r${letters(14)}`;
  const input = { ...resellerInput(loginDomain), type, country: "PT" };
  const made = await createReseller(await ownerOf(product, "agency"), input);
  const host = `${loginDomain}.partner.${product.stage.app.config.base}`;
  product.accounts.set(id, { id: made.id, host, kind: "reseller" });
}

/** Every seller is in Portugal and registered; a business abroad owes its tax itself. */
async function addCustomer(
  product: Product,
  { id, reseller, taxed }: Setup["customers"][number],
): Promise<void> {
  const made = await createCustomer(await ownerOf(product, "agency"), {
    ...{ name: id, parentId: known(product.accounts, reseller ?? "agency").id },
    ...(taxed ? { country: "PT" } : { country: "DE", taxId: "DE811907980" }),
  });
  product.customers.set(id, made.id);
}
