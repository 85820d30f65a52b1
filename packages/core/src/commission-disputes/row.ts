import { commissionDisputes, commissions } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

export type Dispute = typeof commissionDisputes.$inferSelect;

/** An open dispute, locked: whoever settles it meanwhile waits. Throws `not_found`, and `dispute_settled` for one that is over. */
export async function lockDispute({ tx, ctx }: Run, id: string): Promise<Dispute> {
  const [dispute] = await tx
    .select()
    .from(commissionDisputes)
    .where(and(eq(commissionDisputes.agencyId, ctx.tenant.agencyId), eq(commissionDisputes.id, id)))
    .for("update");
  if (!dispute) throw new AppError("not_found");
  if (dispute.settledAt) throw new AppError("dispute_settled");
  return dispute;
}

/** Every decision about one line of an invoice, the first one first. */
export function decisionsOf(
  { tx, ctx }: Run,
  { invoiceId, position }: Pick<Dispute, "invoiceId" | "position">,
) {
  return tx
    .select()
    .from(commissions)
    .where(
      and(
        eq(commissions.agencyId, ctx.tenant.agencyId),
        eq(commissions.invoiceId, invoiceId),
        eq(commissions.position, position),
      ),
    )
    .orderBy(asc(commissions.at), asc(commissions.id));
}

/** Writes how a dispute that the caller holds locked ended. */
export async function endDispute(
  { tx, ctx }: Run,
  id: string,
  end: { outcome: NonNullable<Dispute["outcome"]>; answer?: string },
): Promise<void> {
  await tx
    .update(commissionDisputes)
    .set({ ...end, settledAt: ctx.now })
    .where(and(eq(commissionDisputes.agencyId, ctx.tenant.agencyId), eq(commissionDisputes.id, id)));
}
