import { createCustomer } from "@tenantry/core/customers/create";
import { archiveFeature } from "@tenantry/core/features/archive";
import { chooseForFeature } from "@tenantry/core/features/choose";
import { createFeature } from "@tenantry/core/features/create";
import { letters } from "@tenantry/core/testing/agency";
import { newResellerId } from "./reseller-fixtures.ts";
import type { Principal, World } from "./world.ts";

/** There may be so many at a time only: those of earlier tests make room. */
async function newFeature({ agency, web }: World): Promise<string> {
  await web.app.admin.query(
    `update features set archived_at = now() where agency_id = $1 and id in (
      select id from features where agency_id = $1 and archived_at is null order by created_at desc offset 100)`,
    [agency.id],
  );
  const { id } = await createFeature(await agency.ctx(), { key: letters(30), name: letters(20) });
  return id;
}

/** A feature; for a reseller's people one that is released to their reseller. */
export async function newFeatureId(world: World, { account }: Principal): Promise<string> {
  const id = await newFeature(world);
  const ctx = await world.agency.ctx();
  if (account.side === "reseller")
    await chooseForFeature(ctx, { id, accountIds: [account.resellerId], released: true });
  return id;
}

export async function newArchivedFeature(world: World, { account }: Principal): Promise<string> {
  const id = await newFeature(world);
  const ctx = await world.agency.ctx();
  if (account.side === "agency") await archiveFeature(ctx, { id });
  else await chooseForFeature(ctx, { id, accountIds: [world.reseller.id], released: true });
  return id;
}

/** An account that somebody releases features to: a reseller for the agency, a customer for a reseller. */
export async function newSoldTo(world: World, { account }: Principal): Promise<string> {
  if (account.side === "agency") return newResellerId(world);
  if (account.side === "customer") return world.customerId;
  const ctx = await world.agency.ctx();
  return (await createCustomer(ctx, { name: letters(10), parentId: world.reseller.id })).id;
}
