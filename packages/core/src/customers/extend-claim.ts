import { customers } from "@tenantry/db/schema";
import { addDays, max } from "date-fns";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { lockCustomer } from "./row.ts";
import { claim, extendClaimInput } from "./schemas.ts";

/**
 * Lets a reseller's claim on a company go on, from the day it ends or today, whichever is later. Throws `no_claim` for a customer of the agency's own,
 * which nobody else may add anyhow.
 */
export const extendClaim = command("customer.extend-claim", {
  input: extendClaimInput,
  output: claim,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id, days }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const { resellerId, distributorId } = await lockCustomer(run, id);
    if (resellerId === agencyId) throw new AppError("no_claim");
    const own = and(eq(customers.agencyId, agencyId), eq(customers.id, id));
    const [before] = await tx.select({ until: customers.claimedUntil }).from(customers).where(own);
    if (!before) throw new AppError("not_found");
    const claimedUntil = addDays(max([before.until, ctx.now]), days);
    await tx.update(customers).set({ claimedUntil }).where(own);
    return {
      result: { id, claimedUntil },
      audit: {
        object: { kind: "customer", id },
        before: { claimedUntil: before.until.toISOString() },
        after: { claimedUntil: claimedUntil.toISOString() },
        ...{ resellerId, distributorId },
      },
    };
  },
});
