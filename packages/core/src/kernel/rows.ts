import { sql } from "drizzle-orm";
import type { Ctx, Tenant } from "./ctx.ts";

/** Scope columns of a row that belongs to the account whose host this is. */
export function ownScope(tenant: Tenant) {
  return { agencyId: tenant.agencyId, distributorId: tenant.distributorId, resellerId: tenant.resellerId };
}

/** The same for a row that a verb writes about itself: in the upline scope such a row is of no reseller. */
export function ownPlace({ scope }: Pick<Ctx, "scope">, tenant: Tenant) {
  if (scope?.kind !== "upline") return ownScope(tenant);
  return { agencyId: tenant.agencyId, distributorId: scope.account, resellerId: tenant.agencyId };
}

/** The database's clock, for columns that go by security time. */
export const databaseNow = sql`now()`;
