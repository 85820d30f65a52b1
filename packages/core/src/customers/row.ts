import { accounts, customers } from "@tenantry/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { AccountStatus } from "../tenancy/stop-modes.ts";

type Account = typeof accounts.$inferSelect;

/** The account a customer buys from, for statements that join it. */
export const sellers = alias(accounts, "sellers");
export const ofCustomer = and(eq(sellers.agencyId, accounts.agencyId), eq(sellers.id, accounts.parentId));

/** What only a customer has, for statements that join it. */
export const ofPaper = and(eq(customers.agencyId, accounts.agencyId), eq(customers.id, accounts.id));

/** The next day on which one of its subscriptions ends or goes on (D-11); null while it has none. */
export const comingExpiry = sql<string | null>`nullif(${customers.comingExpiry}, 'infinity')::text`;

type Paper = Pick<typeof customers.$inferSelect, "type" | "address" | "taxId">;
const noPaper: Paper = { type: "customer", address: "", taxId: null };

/** A customer as it is shown: whoever sells to it needs no name of itself. */
export function shown<A extends Pick<Account, "status">>(
  account: A,
  seller: Pick<Account, "id" | "name" | "kind">,
  { scope }: Run["ctx"],
  { paper, expiry = null }: { paper?: Paper | null; expiry?: string | null } = {},
) {
  const named = seller.kind === "reseller" && seller.id !== scope.account;
  return {
    ...account,
    ...(paper ?? noPaper),
    comingExpiry: expiry,
    status: shownStatus(account.status),
    seller: named ? { id: seller.id, name: seller.name } : null,
  };
}

/** A customer has one switch, whatever ways there are of stopping a reseller. */
export function shownStatus(status: AccountStatus): "active" | "inactive" {
  return status === "active" ? "active" : "inactive";
}

/**
 * A customer's row; whoever changes it at the same time waits. Throws `not_found`, and `kind_forbidden` for a distributor,
 * which sees its resellers' customers and has none of its own.
 */
export async function lockCustomer({ tx, ctx }: Run, id: string): Promise<Account> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, id),
        eq(accounts.kind, "customer"),
        isNull(accounts.archivedAt),
      ),
    )
    .for("update");
  if (!row) throw new AppError("not_found");
  if (ctx.scope.kind === "distributor") throw new AppError("kind_forbidden");
  return row;
}
