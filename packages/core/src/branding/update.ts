import { brands } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { brand, updateInput } from "./schemas.ts";

/** Sets colour and support address of an account in the caller's reach; by default its own. */
export const updateBrand = command("brand.update", {
  input: updateInput,
  output: brand.omit({ name: true }),
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async ({ tx, ctx }, { accountId = ctx.scope.account, color, supportEmail }) => {
    // Support helps resellers with their brand; the agency's own is for its owners and admins.
    const { actor, tenant } = ctx;
    if (accountId === tenant.agencyId && actor.kind === "user" && actor.role === "support")
      throw new AppError("forbidden");
    const [row] = await tx
      .update(brands)
      .set({ color, supportEmail, updatedAt: databaseNow as never })
      .where(and(eq(brands.agencyId, ctx.tenant.agencyId), eq(brands.accountId, accountId)))
      .returning({ resellerId: brands.resellerId });
    if (!row) throw new AppError("not_found");
    return {
      result: { accountId, color, supportEmail },
      audit: {
        object: { kind: "brand", id: accountId },
        after: { color, supportEmail },
        resellerId: row.resellerId,
      },
    };
  },
});
