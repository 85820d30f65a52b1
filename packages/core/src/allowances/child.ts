import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Somebody the caller's account can give to. */
export interface Child {
  accountId: string;
  name: string;
  kind: "distributor" | "reseller" | "customer";
  /** Who gives to it: the caller's account, or a distributor of the agency's. */
  parentId: string;
  distributorId: string;
  resellerId: string;
  /** It keeps what it was given, since it may come back, and is given no more. */
  deleted: boolean;
}

/**
 * A child of the caller's account that is not erased. Throws `not_found` for everybody else, a grandchild included; only
 * to take something away the agency also reaches the resellers of its distributors, so that no distributor has the last
 * word over their service.
 */
export async function readChild({ tx, ctx }: Run, accountId: string, removal: boolean): Promise<Child> {
  const ofDistributors = removal && ctx.scope.kind === "agency" ? eq(accounts.kind, "reseller") : undefined;
  const [row] = await tx
    .select({
      accountId: accounts.id,
      name: accounts.name,
      kind: accounts.kind,
      parentId: accounts.parentId,
      distributorId: accounts.distributorId,
      resellerId: accounts.resellerId,
      archivedAt: accounts.archivedAt,
    })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, accountId),
        or(eq(accounts.parentId, ctx.scope.account), ofDistributors),
        inArray(accounts.kind, ["distributor", "reseller", "customer"]),
        isNull(accounts.erasedAt),
      ),
    );
  if (!row) throw new AppError("not_found");
  const { archivedAt, ...child } = row;
  return { ...child, deleted: archivedAt !== null } as Child;
}
