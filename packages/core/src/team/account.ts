import { accounts, hostnames } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { AccountKind } from "../roles.ts";

/** The account whose people are meant, with what their rows carry. */
export interface TeamAccount {
  id: string;
  kind: AccountKind;
  /** Whose host its people sign in at: its own, or of a customer its seller's. */
  realmId: string;
  customerId: string;
  host: string;
  scope: { agencyId: string; distributorId: string; resellerId: string };
  archived: boolean;
}

/**
 * The caller's own account, or the one below it that was named: for an agency any, for a reseller its customers. Throws
 * `not_found` where there is none in reach, and `forbidden` for an agency's finance people, who see their own team but
 * not their resellers'.
 */
export async function teamAccount({ tx, ctx }: Run, accountId?: string): Promise<TeamAccount> {
  const { tenant, actor, scope } = ctx;
  const id = accountId ?? scope.account;
  if (id === tenant.accountId) {
    const { agencyId, distributorId, resellerId, kind, host, archived } = tenant;
    const none = { realmId: id, customerId: agencyId };
    return { id, kind, ...none, host, scope: { agencyId, distributorId, resellerId }, archived };
  }
  // What an upline may do is about its resellers, not about their people.
  if (scope.kind !== "agency" && scope.kind !== "reseller") throw new AppError("not_found");
  const [row] = await tx
    .select({ account: accounts, host: hostnames.host })
    .from(accounts)
    .innerJoin(
      hostnames,
      and(
        eq(hostnames.agencyId, accounts.agencyId),
        sql`${hostnames.accountId} = case ${accounts.kind} when 'customer' then ${accounts.parentId} else ${accounts.id} end`,
      ),
    )
    .where(
      and(
        eq(accounts.agencyId, tenant.agencyId),
        eq(accounts.id, id),
        scope.kind === "reseller" ? eq(accounts.kind, "customer") : undefined,
        eq(hostnames.isPrimary, true),
      ),
    );
  if (!row) throw new AppError("not_found");
  const { agencyId, distributorId, resellerId, kind, parentId, archivedAt } = row.account;
  const ofCustomer = kind === "customer";
  const ofFinance = actor.kind === "user" && actor.accountKind === "agency" && actor.role === "finance";
  if (ofFinance && !ofCustomer) throw new AppError("forbidden");
  return {
    ...{ id, kind, host: row.host, archived: archivedAt !== null },
    realmId: ofCustomer ? parentId : id,
    customerId: ofCustomer ? id : agencyId,
    scope: { agencyId, distributorId, resellerId },
  };
}
