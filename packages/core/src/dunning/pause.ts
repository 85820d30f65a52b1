import { dunnings } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { ownDunning } from "./own-dunning.ts";
import { pauseInput } from "./schemas.ts";

/** Holds the reminders of an open invoice until somebody resumes them. Pausing what is paused says why anew. */
export const pauseDunning = command("dunning.pause", {
  input: pauseInput,
  output: none,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id, reason }) => {
    const { tx, ctx } = run;
    const { row, invoice } = await ownDunning(run, id);
    await tx
      .update(dunnings)
      .set({ pausedAt: row.pausedAt ?? ctx.now, pausedWhy: reason })
      .where(and(eq(dunnings.agencyId, ctx.tenant.agencyId), eq(dunnings.invoiceId, id)));
    const { resellerId, distributorId } = invoice;
    return {
      result: {},
      audit: { object: { kind: "invoice", id }, after: { reason }, resellerId, distributorId },
    };
  },
});
