import { commissionDisputes, commissions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { created, createInput } from "./schemas.ts";

/**
 * A reseller disputes what a line brought it. Until the agency has answered, no payout takes anything of that line; what a payout
 * holds already goes its way. Throws `dispute_open` while one about the line is open.
 */
export const createDispute = command("commission-dispute.create", {
  input: createInput,
  output: created,
  object: ({ id }) => ({ table: "commissions", id }),
  run: async ({ tx, ctx }, { id: commissionId, reason }) => {
    const { agencyId } = ctx.tenant;
    const [line] = await tx
      .select()
      .from(commissions)
      .where(
        and(
          eq(commissions.agencyId, agencyId),
          eq(commissions.id, commissionId),
          eq(commissions.resellerId, ctx.scope.account),
        ),
      );
    if (!line) throw new AppError("not_found");
    const { distributorId, resellerId, invoiceId, position } = line;
    const id = newId();
    const { rowCount } = await tx
      .insert(commissionDisputes)
      .values({
        ...{ agencyId, id, distributorId, resellerId, invoiceId, position },
        reason,
        openedAt: ctx.now,
      })
      .onConflictDoNothing();
    if (rowCount === 0) throw new AppError("dispute_open");
    await queueNotice(tx, { kind: "commission_dispute", subjectId: id, accountId: agencyId });
    return {
      result: { id },
      audit: { object: { kind: "commission-dispute", id }, after: { commission: commissionId, reason } },
    };
  },
});
