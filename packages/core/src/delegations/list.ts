import { accounts, delegations } from "@tenantry/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { uplines } from "./schemas.ts";

/** Most that are named; a list to choose from, which nobody reads through beyond that. */
const mostNamed = 500;

/** Everybody who may have resellers of its own, by name: whom a new reseller can be put under. */
export const listDelegations = query("delegation.list", {
  input: none,
  output: uplines,
  run: async ({ tx, ctx }) => {
    const { agencyId } = ctx.tenant;
    const rows = await tx
      .select({ id: accounts.id, name: accounts.name, kind: accounts.kind, delegation: delegations })
      .from(delegations)
      .innerJoin(
        accounts,
        and(eq(accounts.agencyId, delegations.agencyId), eq(accounts.id, delegations.distributorId)),
      )
      .where(and(eq(delegations.agencyId, agencyId), isNull(accounts.archivedAt)))
      .orderBy(asc(accounts.nameCi), asc(accounts.id))
      .limit(mostNamed);
    return {
      uplines: rows.map(({ id, name, kind, delegation }) => ({
        ...{ id, name, kind: kind === "distributor" ? ("distributor" as const) : ("reseller" as const) },
        ...{ resellers: delegation.resellers, maximum: delegation.maxResellers },
      })),
    };
  },
});
