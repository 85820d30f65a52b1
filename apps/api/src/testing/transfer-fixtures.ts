import { createCustomer } from "@tenantry/core/customers/create";
import { addPerson } from "@tenantry/core/testing";
import { requestTransfer } from "@tenantry/core/transfers/request";
import type { Principal, World } from "./world.ts";

/** A customer of the reseller whose owner could confirm; somebody of a customer's stands in their own. */
async function newMovableCustomer(world: World, { account }: Principal): Promise<string> {
  if (account.side === "customer") return world.customerId;
  const { id } = await createCustomer(await world.agency.ctx(), {
    name: "Mover",
    parentId: world.reseller.id,
  });
  const { agencyId, resellerId } = world.places.reseller;
  const place = { agencyId, resellerId, realmId: world.reseller.id, accountId: id, customerId: id };
  await addPerson(world.web.app, world.reseller.host, place, "owner");
  return id;
}

/** One that waits for everybody's word: the agency would take the reseller's customer over. */
async function newTransferId(world: World, principal: Principal): Promise<string> {
  const customerId = await newMovableCustomer(world, principal);
  await world.web.app.admin.query(
    "update transfers set state = 'lapsed', settled_at = now() where customer_id = $1 and state = 'requested'",
    [customerId],
  );
  const receiverId = world.agency.id;
  return (await requestTransfer(await world.agency.ctx(), { customerId, receiverId })).id;
}

export const transferFixtures = {
  movableCustomer: newMovableCustomer,
  transfer: newTransferId,
  ownAgency: async (world: World) => world.agency.id,
};
