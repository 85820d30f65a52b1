import { setAllowance } from "@tenantry/core/allowances/set";
import { createCustomer } from "@tenantry/core/customers/create";
import { contextFor } from "@tenantry/core/testing";
import type { Agency } from "@tenantry/core/testing/agency";
import type { Reseller } from "@tenantry/core/testing/reseller";
import type { Served } from "./serve-app.ts";

/** Customers of a reseller, one with a guaranteed slice and one with a shared limit; answers the first one's id. */
export async function makeAllowances({ app }: Served, agency: Agency, reseller: Reseller): Promise<string> {
  const ctx = await contextFor(app, reseller.host, reseller.owner.session);
  const guaranteed = await createCustomer(ctx, { name: "Harbour Dental" });
  const sharing = await createCustomer(ctx, { name: "Innkeeper & Sons" });
  await createCustomer(ctx, { name: "Quay Books" });
  await setAllowance(await agency.ctx(), {
    ...{ accountId: reseller.id, meter: "messages", mode: "guaranteed", units: 40_000 },
  });
  const of = (accountId: string, units: number, mode: "guaranteed" | "shared") =>
    setAllowance(ctx, { accountId, meter: "messages", mode, units });
  await of(guaranteed.id, 12_000, "guaranteed");
  await of(sharing.id, 5_000, "shared");
  return guaranteed.id;
}
