import { accounts, customers } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { comingExpiry, ofCustomer, ofPaper, sellers, shown } from "./row.ts";
import { byId, customer } from "./schemas.ts";

/** One customer. */
export const readCustomer = query("customer.read", {
  input: byId,
  output: customer,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async ({ tx, ctx }, { id }) => {
    const [row] = await tx
      .select({
        account: accounts,
        seller: { id: sellers.id, name: sellers.name, kind: sellers.kind },
        paper: { type: customers.type, address: customers.address, taxId: customers.taxId },
        claimedUntil: customers.claimedUntil,
        expiry: ctx.scope.kind === "distributor" ? sql<null>`null` : comingExpiry,
      })
      .from(accounts)
      .innerJoin(sellers, ofCustomer)
      .leftJoin(customers, ofPaper)
      .where(
        and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "customer")),
      );
    if (!row) throw new AppError("not_found");
    const { account, seller, claimedUntil, ...more } = row;
    const isDirect = account.resellerId === ctx.tenant.agencyId;
    return { ...shown(account, seller, ctx, more), claimedUntil: isDirect ? null : claimedUntil };
  },
});
