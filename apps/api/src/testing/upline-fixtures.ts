import { setDelegation } from "@tenantry/core/delegations/set";
import { archiveDistributor } from "@tenantry/core/distributors/archive";
import { createDistributor } from "@tenantry/core/distributors/create";
import { letters } from "@tenantry/core/testing/agency";
import { distributorInput, everything } from "@tenantry/core/testing/upline";
import { newResellerId } from "./reseller-fixtures.ts";
import type { World } from "./world.ts";

async function newDistributorId({ agency }: World): Promise<string> {
  return (await createDistributor(await agency.ctx(), distributorInput(letters(20)))).id;
}

/** Uplines of the agency, whoever asks. */
export const uplineFixtures = {
  distributor: newDistributorId,
  archivedDistributor: async (world: World) => {
    const id = await newDistributorId(world);
    await archiveDistributor(await world.agency.ctx(), { id });
    return id;
  },
  /** A reseller that may have resellers, and has none yet. */
  uplineReseller: async (world: World) => {
    const id = await newResellerId(world);
    await setDelegation(await world.agency.ctx(), { id, ...everything });
    return id;
  },
};
