import { accounts, brands } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { brand } from "./schemas.ts";

/** The brand of an account in the caller's reach; by default its own. */
export const readBrand = query("brand.read", {
  input: z.strictObject({ accountId: id.optional() }),
  output: brand,
  run: async ({ tx, ctx }, input) => {
    const accountId = input.accountId ?? ctx.scope.account;
    const [row] = await tx
      .select({
        accountId: brands.accountId,
        name: accounts.name,
        color: brands.color,
        supportEmail: brands.supportEmail,
      })
      .from(brands)
      .innerJoin(accounts, and(eq(accounts.agencyId, brands.agencyId), eq(accounts.id, brands.accountId)))
      .where(and(eq(brands.agencyId, ctx.tenant.agencyId), eq(brands.accountId, accountId)));
    if (!row) throw new AppError("not_found");
    return row;
  },
});
