import { dunnings } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { ownDunning } from "./own-dunning.ts";
import { afterWaiting } from "./schedule.ts";
import { byInvoice } from "./schemas.ts";

/** Lets the reminders of an invoice go on: none that fell into the pause comes twice or beside another. */
export const resumeDunning = command("dunning.resume", {
  input: byInvoice,
  output: none,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    const { agencyId, billingZone: zone } = ctx.tenant;
    const { row, invoice } = await ownDunning(run, id);
    if (!row.pausedAt) return { result: {}, audit: { none: "asked for what already was" } };
    const { countsFrom, dueAt } = afterWaiting(row, ctx.now, zone);
    await tx
      .update(dunnings)
      .set({ countsFrom, dueAt, pausedAt: null, pausedWhy: null })
      .where(and(eq(dunnings.agencyId, agencyId), eq(dunnings.invoiceId, id)));
    const { resellerId, distributorId } = invoice;
    return {
      result: {},
      audit: {
        object: { kind: "invoice", id },
        before: { reason: row.pausedWhy },
        after: { countsFrom },
        ...{ resellerId, distributorId },
      },
    };
  },
});
