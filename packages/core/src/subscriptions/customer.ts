import { accounts } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { stopRulesOf } from "../tenancy/stop-modes.ts";

const sellers = alias(accounts, "sellers");

/**
 * A live customer in the caller's reach. Throws `not_found`, and `kind_forbidden` for a distributor, whose resellers' business
 * is theirs.
 */
export async function requireCustomer({ tx, ctx }: Run, id: string) {
  if (ctx.scope.kind === "distributor") throw new AppError("kind_forbidden");
  const [row] = await tx
    .select({ account: accounts, seller: { status: sellers.status } })
    .from(accounts)
    .innerJoin(sellers, and(eq(sellers.agencyId, accounts.agencyId), eq(sellers.id, accounts.resellerId)))
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, id),
        eq(accounts.kind, "customer"),
        isNull(accounts.archivedAt),
      ),
    );
  if (!row) throw new AppError("not_found");
  return row;
}

/** One who may be sold something more: its switch is on, and its reseller may take on business (features.md 2.14, 3.2). */
export async function requireBuyer(run: Run, id: string) {
  const { account, seller } = await requireCustomer(run, id);
  if (account.status !== "active") throw new AppError("customer_inactive");
  if (!stopRulesOf(seller.status).newBusiness) throw new AppError("sales_stopped");
  return account;
}
