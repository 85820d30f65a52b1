import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

/** The customers that bear one of these names, however it is written in capitals; archived ones are none. */
export function customersNamed({ tx, ctx }: Run, names: string[]) {
  const { id, parentId, name, nameCi } = accounts;
  return tx
    .select({ id, parentId, name })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.kind, "customer"),
        isNull(accounts.archivedAt),
        // The database's small letters are not JavaScript's in every script.
        inArray(nameCi, sql`(select lower(one) from unnest(${sql.param(names)}::text[]) one)`),
      ),
    );
}
