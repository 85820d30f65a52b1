import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { ofCustomer, sellers, shown } from "./row.ts";
import { byId, customer } from "./schemas.ts";

/** One customer. */
export const readCustomer = query("customer.read", {
  input: byId,
  output: customer,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async ({ tx, ctx }, { id }) => {
    const [row] = await tx
      .select({ account: accounts, seller: { id: sellers.id, name: sellers.name, kind: sellers.kind } })
      .from(accounts)
      .innerJoin(sellers, ofCustomer)
      .where(
        and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "customer")),
      );
    if (!row) throw new AppError("not_found");
    return shown(row.account, row.seller, ctx);
  },
});
