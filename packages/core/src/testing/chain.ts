import { createCustomer } from "../customers/create.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { createReseller } from "../resellers/create.ts";
import { type Agency, letters } from "./agency.ts";
import type { TestApp } from "./app.ts";
import { resellerInput } from "./reseller.ts";
import { everything } from "./upline.ts";

/** What a plan says of a meter, in units. */
export interface MeterLimits {
  meter?: string;
  includedUnits: number;
  softCapUnits?: number;
  hardCapUnits?: number;
}

/** A published plan of the agency with these limits of one meter. */
export async function newLimitedPlan(agency: Agency, { meter = "messages", ...limits }: MeterLimits) {
  const ctx = await agency.ctx();
  const plan = await createPlan(ctx, { name: letters(12), terms: { meters: [{ meter, ...limits }] } });
  await publishPlan(ctx, { id: plan.id });
  return plan.id;
}

/** A reseller on a plan with these limits; without limits, on a plan that says nothing of any meter. */
export async function newSeller(agency: Agency, limits?: MeterLimits): Promise<string> {
  const ctx = await agency.ctx();
  const planId = limits ? await newLimitedPlan(agency, limits) : undefined;
  return (await createReseller(ctx, { ...resellerInput(letters(12)), planId })).id;
}

export async function newCustomer(agency: Agency, parentId?: string): Promise<string> {
  return (await createCustomer(await agency.ctx(), { name: `Customer ${letters(6)}`, parentId })).id;
}

/** A distributor over a reseller, by rows alone. The reseller's customers have to come after it. */
export async function newDistributor(app: TestApp, agency: Agency, resellerId: string): Promise<string> {
  const id = newId();
  await app.admin.query(
    `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
     values ($1, $2, 'distributor', $1, $2, $1, $1, $3, 'Distributor')`,
    [agency.id, id, `DI-${letters(9)}`],
  );
  await app.admin.query(
    "update accounts set parent_id = $3, distributor_id = $3 where agency_id = $1 and id = $2",
    [agency.id, resellerId, id],
  );
  await app.admin.query("update resellers set distributor_id = $3 where agency_id = $1 and id = $2", [
    agency.id,
    resellerId,
    id,
  ]);
  return id;
}

/** The agency's owner's context as it would be for the owner of an account below: the same wall as for its people. */
export async function actingAs(
  agency: Agency,
  kind: "distributor" | "reseller",
  account: string,
  distributorId = agency.id,
): Promise<Ctx> {
  const ctx = await agency.ctx();
  const { tenant, actor } = ctx;
  if (!tenant || actor.kind !== "user") throw new Error("An agency's owner is a user of a tenant");
  const scope = {
    distributorId: kind === "distributor" ? account : distributorId,
    resellerId: kind === "reseller" ? account : agency.id,
  };
  const delegation = kind === "distributor" ? { ...everything, resellers: 0 } : null;
  return {
    ...ctx,
    scope: { agency: agency.id, kind, account },
    tenant: { ...tenant, ...scope, accountId: account, kind, delegation },
    actor: { ...actor, accountId: account, accountKind: kind },
  };
}
