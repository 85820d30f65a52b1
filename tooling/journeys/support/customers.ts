import { createCustomer } from "@tenantry/core/customers/create";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import type { Agency } from "@tenantry/core/testing/agency";
import type { Reseller } from "@tenantry/core/testing/reseller";

/** A customer of a reseller that was deactivated, and one that buys from the agency itself. */
export async function makeCustomers(agency: Agency, { id: parentId }: Reseller) {
  const ctx = await agency.ctx();
  const facts = { email: "it@pier.example", externalId: "pier-7", country: "NL" };
  const { id: inactive } = await createCustomer(ctx, { name: "Pier Seven Storage", parentId, ...facts });
  await deactivateCustomer(ctx, { id: inactive });
  await createCustomer(ctx, { name: "Tidewater Clinics" });
  return { inactive };
}
