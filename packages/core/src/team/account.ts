import { accounts, hostnames } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { AccountKind } from "../roles.ts";

/** The account whose people are meant, with what their rows carry. */
export interface TeamAccount {
  id: string;
  kind: AccountKind;
  host: string;
  scope: { agencyId: string; distributorId: string; resellerId: string };
  archived: boolean;
}

/**
 * The caller's own account, or the one below it that was named. Throws `not_found` where there is none in reach, and
 * `forbidden` for an agency's finance people, who see their own team but not their resellers'.
 */
export async function teamAccount({ tx, ctx }: Run, accountId?: string): Promise<TeamAccount> {
  const { tenant, actor, scope } = ctx;
  const id = accountId ?? scope.account;
  if (id === tenant.accountId) {
    const { agencyId, distributorId, resellerId, kind, host, archived } = tenant;
    return { id, kind, host, scope: { agencyId, distributorId, resellerId }, archived };
  }
  // What an upline may do is about its resellers, not about their people.
  if (scope.kind !== "agency") throw new AppError("not_found");
  const [row] = await tx
    .select({ account: accounts, host: hostnames.host })
    .from(accounts)
    .innerJoin(
      hostnames,
      and(eq(hostnames.agencyId, accounts.agencyId), eq(hostnames.accountId, accounts.id)),
    )
    .where(
      and(
        eq(accounts.agencyId, tenant.agencyId),
        eq(accounts.id, id),
        ne(accounts.kind, "customer"),
        eq(hostnames.isPrimary, true),
      ),
    );
  if (!row) throw new AppError("not_found");
  if (actor.kind === "user" && actor.accountKind === "agency" && actor.role === "finance")
    throw new AppError("forbidden");
  const { agencyId, distributorId, resellerId, kind, archivedAt } = row.account;
  const archived = archivedAt !== null;
  return { id, kind, host: row.host, scope: { agencyId, distributorId, resellerId }, archived };
}
