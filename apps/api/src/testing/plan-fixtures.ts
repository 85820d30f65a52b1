import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { updatePlan } from "@tenantry/core/plans/update";
import { createReseller } from "@tenantry/core/resellers/create";
import { contextFor } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { resellerInput } from "@tenantry/core/testing/reseller";
import type { Principal, World } from "./world.ts";

/** Plans are their owner's: a reseller's people act on one of its own. */
export const planner = (world: World, { account }: Principal) =>
  account.side === "reseller"
    ? contextFor(world.web.app, world.reseller.host, world.reseller.owner.session)
    : world.agency.ctx();

/** A plan with a version, and a draft for the next. */
export async function newPlanId(world: World, principal: Principal): Promise<string> {
  const ctx = await planner(world, principal);
  const { id } = await createPlan(ctx, { name: letters(20) });
  await publishPlan(ctx, { id });
  await updatePlan(ctx, { id, terms: { meters: [{ meter: "messages", includedUnits: 10 }] } });
  return id;
}

/** A plan whose second version a reseller is not on yet. */
export async function newOutdatedPlan(world: World): Promise<string> {
  const ctx = await world.agency.ctx();
  const id = await newPlanId(world, world.who("AO"));
  await createReseller(ctx, { ...resellerInput(letters(20)), planId: id });
  await publishPlan(ctx, { id });
  return id;
}
