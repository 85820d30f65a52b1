import { resellers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { payoutCurrency, setInput } from "./schemas.ts";

/** Says in which currency a reseller is paid from the next payout run on. Drafts stay as they are. */
export const setPayoutCurrency = command("payout-currency.set", {
  input: setInput,
  output: payoutCurrency,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async ({ tx, ctx }, { id, currency }) => {
    const own = and(eq(resellers.agencyId, ctx.tenant.agencyId), eq(resellers.id, id));
    const [before] = await tx
      .select({ currency: resellers.payoutCurrency, distributorId: resellers.distributorId })
      .from(resellers)
      .where(own)
      .for("update");
    if (!before) throw new AppError("not_found");
    const result = { currency };
    if (before.currency === currency) return { result, audit: { none: "everything is as it was" } };
    await tx.update(resellers).set({ payoutCurrency: currency }).where(own);
    return {
      result,
      audit: {
        object: { kind: "reseller", id },
        before: { payoutCurrency: before.currency },
        after: { payoutCurrency: currency },
        ...{ resellerId: id, distributorId: before.distributorId },
      },
    };
  },
});
