import { payouts } from "@tenantry/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { bookTransfers } from "../ledger/book.ts";
import { sendDraftsInput, sentDrafts } from "./schemas.ts";
import { toldSent, transfersOf } from "./transfers.ts";

/** Says that several drafts have gone to the bank, all or none. Throws `conflict` when one is no draft any more. */
export const sendDrafts = command("payout.send-drafts", {
  input: sendDraftsInput,
  output: sentDrafts,
  run: async (run, { ids }) => {
    const { tx, ctx } = run;
    const chosen = and(eq(payouts.agencyId, ctx.tenant.agencyId), inArray(payouts.id, ids));
    const drafts = await tx
      .select()
      .from(payouts)
      .where(and(chosen, eq(payouts.state, "draft")))
      .orderBy(asc(payouts.id))
      .for("update");
    if (drafts.length !== new Set(ids).size) throw new AppError("conflict");
    await tx
      .update(payouts)
      .set({ state: "sent", sentAt: ctx.now, updatedAt: databaseNow as never })
      .where(chosen);
    await bookTransfers(
      deskOf(run),
      drafts.flatMap((draft) => transfersOf(draft, "sent")),
    );
    return {
      result: { sent: drafts.length },
      audit: drafts.map(({ id, resellerId, distributorId, ...draft }) => ({
        object: { kind: "payout" as const, id },
        before: { state: "draft" },
        after: { state: "sent", ...toldSent(draft) },
        ...{ resellerId, distributorId },
      })),
    };
  },
});
