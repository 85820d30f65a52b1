import { accounts, memberships } from "@tenantry/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { roles } from "../roles.ts";
import { shutFor } from "../tenancy/shut.ts";
import { none } from "./schemas.ts";

/** The accounts of this host that the caller is in, by name; `open`: they are let in there now. */
export const listAccounts = query("session.list-accounts", {
  ofRealm: true,
  input: none,
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(["agency", "distributor", "reseller", "vendor", "customer"]),
        role: z.enum(roles),
        current: z.boolean(),
        open: z.boolean(),
      }),
    ),
  }),
  run: async ({ tx, ctx }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const rows = await tx
      .select({
        id: accounts.id,
        name: accounts.name,
        kind: accounts.kind,
        role: memberships.role,
        status: accounts.status,
      })
      .from(memberships)
      .innerJoin(
        accounts,
        and(eq(accounts.agencyId, memberships.agencyId), eq(accounts.id, memberships.accountId)),
      )
      .where(
        and(
          eq(memberships.agencyId, tenant.agencyId),
          eq(memberships.userId, actor.userId),
          eq(memberships.state, "active"),
          isNull(accounts.archivedAt),
        ),
      )
      .orderBy(asc(accounts.nameCi), asc(accounts.id))
      .limit(100);
    return {
      accounts: rows.map(({ status, ...row }) => ({
        ...row,
        current: row.id === actor.accountId,
        open: !shutFor(tenant, { accountId: row.id, accountStatus: status }),
      })),
    };
  },
});
