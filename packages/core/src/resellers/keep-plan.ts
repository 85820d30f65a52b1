import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { cancelWaiting } from "../plans/apply-change.ts";
import { noticePlanChanges } from "../plans/notice.ts";

/** Calls off the change of plan that waits for a reseller: it stays on what it has. `conflict` where none waits. */
export const keepPlan = command("reseller.keep-plan", {
  input: z.strictObject({ id }),
  output: none,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const cancelled = await cancelWaiting(tx, agencyId, input.id, ctx.now);
    if (cancelled.length === 0) throw new AppError("conflict");
    await noticePlanChanges(tx, agencyId, cancelled);
    return {
      result: {},
      audit: {
        object: { kind: "reseller", id: input.id },
        after: { planChange: "cancelled" },
        resellerId: input.id,
      },
    };
  },
});
