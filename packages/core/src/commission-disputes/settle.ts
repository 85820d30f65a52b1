import { commissions, invoiceStates, invoices } from "@tenantry/db/schema";
import { max } from "date-fns";
import { and, eq } from "drizzle-orm";
import { bookCommissions } from "../commissions/book.ts";
import { lineTotals } from "../commissions/rules.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { decisionsOf, endDispute, lockDispute } from "./row.ts";
import { mostOf } from "./rules.ts";
import { settled, settleInput } from "./schemas.ts";

/**
 * The agency answers a dispute: the line stands, or an adjustment makes it come to another amount. Throws `dispute_settled`, and
 * `adjustment_wrong` for more than the line was sold for.
 */
export const settleDispute = command("commission-dispute.settle", {
  input: settleInput,
  output: settled,
  object: ({ id }) => ({ table: "commissionDisputes", id }),
  run: async (run, { id, answer, amountMinor }) => {
    const { invoiceId, position, resellerId, distributorId } = await lockDispute(run, id);
    const change = await adjust(run, { invoiceId, position }, BigInt(amountMinor));
    const outcome = change === 0n ? ("stands" as const) : ("adjusted" as const);
    await endDispute(run, id, { outcome, answer });
    await queueNotice(run.tx, { kind: "commission_dispute", subjectId: id, accountId: resellerId });
    return {
      result: { id, outcome },
      audit: {
        object: { kind: "commission-dispute", id },
        after: { outcome, answer, changeMinor: String(change) },
        ...{ resellerId, distributorId },
      },
    };
  },
});

/** Puts a line of its own beside what a line brought, so that both come to `amountMinor`. Answers the difference. */
async function adjust(
  run: Run,
  line: { invoiceId: string; position: number },
  amountMinor: bigint,
): Promise<bigint> {
  const { tx, ctx } = run;
  // Whoever refunds the invoice meanwhile waits: the share taken back is of what was earned in all.
  await tx
    .select({ state: invoiceStates.state })
    .from(invoiceStates)
    .where(and(eq(invoiceStates.agencyId, ctx.tenant.agencyId), eq(invoiceStates.invoiceId, line.invoiceId)))
    .for("update");
  const [invoice] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.agencyId, ctx.tenant.agencyId), eq(invoices.id, line.invoiceId)));
  const rows = await decisionsOf(run, line);
  const [first] = rows;
  if (!invoice || !first) throw new AppError("not_found");
  const { earnedMinor, takenBackMinor } = lineTotals(rows);
  const change = amountMinor - (earnedMinor - takenBackMinor);
  if (change === 0n) return change;
  if (amountMinor > mostOf(rows)) throw fieldError("/amountMinor", "adjustment_wrong");
  const row = {
    ...first,
    ...({ id: newId(), adjusts: first.id, reason: "adjustment", outcome: "created" } as const),
    ...{ rateId: null, rateSource: null, rateBps: null, baseMinor: 0n, amountMinor: change, at: ctx.now },
    payableAt: max([first.payableAt, ctx.now]),
  };
  await tx.insert(commissions).values(row);
  await bookCommissions(deskOf(run), invoice.sellerId, [row]);
  return change;
}
