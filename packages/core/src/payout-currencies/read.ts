import { resellers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { byReseller, payoutCurrency } from "./schemas.ts";

/** In which currency a reseller is paid. */
export const readPayoutCurrency = query("payout-currency.read", {
  input: byReseller,
  output: payoutCurrency,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async ({ tx, ctx }, { id }) => {
    const [row] = await tx
      .select({ currency: resellers.payoutCurrency })
      .from(resellers)
      .where(and(eq(resellers.agencyId, ctx.tenant.agencyId), eq(resellers.id, id)));
    if (!row) throw new AppError("not_found");
    return row;
  },
});
