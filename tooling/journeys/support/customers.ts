import { createCustomer } from "@tenantry/core/customers/create";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import { invitePerson } from "@tenantry/core/team/invite";
import { addPerson } from "@tenantry/core/testing";
import type { Agency } from "@tenantry/core/testing/agency";
import type { Reseller } from "@tenantry/core/testing/reseller";
import { requestTransfer } from "@tenantry/core/transfers/request";
import type { Served } from "./server.ts";

/**
 * A customer of a reseller that was deactivated, and one that buys from the agency itself; users of the given one, of whom one is in
 * two companies.
 */
export async function makeCustomers({ app }: Served, agency: Agency, reseller: Reseller, given: string) {
  const { id: parentId, host } = reseller;
  const ctx = await agency.ctx();
  const facts = { email: "it@pier.example", externalId: "pier-7", country: "NL" };
  const { id: inactive } = await createCustomer(ctx, { name: "Pier Seven Storage", parentId, ...facts });
  await deactivateCustomer(ctx, { id: inactive });
  await createCustomer(ctx, { name: "Tidewater Clinics" });
  const place = { agencyId: agency.id, resellerId: parentId, realmId: parentId };
  const of = (customerId: string) => ({ ...place, accountId: customerId, customerId });
  const user = await addPerson(app, host, of(given), "owner");
  const both = await addPerson(app, host, of(given), "member");
  await invitePerson(ctx, { accountId: inactive, email: both.email, role: "owner" });
  const mover = await createCustomer(ctx, { name: "Ferry House", parentId });
  await addPerson(app, host, of(mover.id), "owner");
  const { id } = await requestTransfer(ctx, { customerId: mover.id, receiverId: agency.id });
  return { inactive, host, user, both, move: `/transfers/${id}` };
}
