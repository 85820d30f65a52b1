import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { giveBack } from "../allowances/give-back.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { cancelWaiting } from "../plans/apply-change.ts";
import { announceChange } from "../webhooks/announce.ts";
import { cancelWaitingType } from "./apply-type-change.ts";
import { carryOutErasure } from "./carry-out-erasure.ts";
import { countErasable } from "./erasable.ts";
import { eraseInput, erasure } from "./erasure-schemas.ts";
import { readDeleted } from "./preview-erasure.ts";

/**
 * Erases a deleted reseller for good (B-36, second half): what is personal is overwritten or removed as the erasure map
 * says, its login domain stays reserved, usage and the log stay, what it was given goes back to the giver. Cannot be undone. Throws a field error for a name that
 * is not the reseller's, `reseller_has_customers` while customers hang on it.
 */
export const eraseReseller = command("reseller.erase", {
  input: eraseInput,
  output: erasure,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const { name } = await readDeleted({ tx, ctx }, input.id, true);
    if (input.name !== name) throw fieldError("/name", "name_differs");
    const counted = await countErasable(tx, agencyId, input.id);
    const { customers } = counted.blockedBy;
    if (customers > 0) throw new AppError("reseller_has_customers", { params: { count: customers } });
    await cancelWaiting(tx, agencyId, input.id, ctx.now);
    await cancelWaitingType(tx, agencyId, input.id, ctx.now);
    await giveBack({ tx, ctx }, input.id);
    await carryOutErasure({ tx, ctx }, input.id);
    const [row] = await tx
      .update(accounts)
      .set({ erasedAt: databaseNow as never, updatedAt: databaseNow as never })
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, input.id)))
      .returning({ code: accounts.code });
    await announceChange({ tx, ctx }, "reseller.erased", input.id);
    return {
      result: { id: input.id, name: row!.code, ...counted },
      audit: {
        object: { kind: "reseller", id: input.id },
        after: { erased: true, goes: counted.goes, stays: counted.stays },
        resellerId: input.id,
      },
    };
  },
});
