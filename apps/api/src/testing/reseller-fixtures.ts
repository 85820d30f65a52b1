import { archiveReseller } from "@tenantry/core/resellers/archive";
import { createReseller } from "@tenantry/core/resellers/create";
import { letters } from "@tenantry/core/testing/agency";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { erasableName } from "../routes/examples.ts";
import type { Principal, World } from "./world.ts";

export async function newResellerId(world: World): Promise<string> {
  return (await createReseller(await world.agency.ctx(), resellerInput(letters(20)))).id;
}

/** One under the name that has to be typed to erase it. */
export async function newArchivedReseller(world: World, { account }: Principal): Promise<string> {
  if (account.side === "reseller" || account.side === "customer") return world.reseller.id;
  const ctx = await world.agency.ctx();
  const { id } = await createReseller(ctx, resellerInput(letters(20), erasableName));
  await archiveReseller(ctx, { id });
  return id;
}
