import { sql } from "drizzle-orm";
import type { Tenant } from "./ctx.ts";

/** Scope columns of a row that belongs to the account whose host this is. */
export function ownScope(tenant: Tenant) {
  return { agencyId: tenant.agencyId, distributorId: tenant.distributorId, resellerId: tenant.resellerId };
}

/** The database's clock, for columns that go by security time. */
export const databaseNow = sql`now()`;
