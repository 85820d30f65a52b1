import { accounts, commissions, invoices, payoutLines, payouts } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { selectPayouts, shownPayout } from "./row.ts";
import { byId, payoutDetail } from "./schemas.ts";

/** One payout with the lines it is made of. */
export const readPayout = query("payout.read", {
  input: byId,
  output: payoutDetail,
  object: ({ id }) => ({ table: "payouts", id }),
  run: async (run, { id }) => {
    if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await selectPayouts(run).where(
      and(eq(payouts.agencyId, run.ctx.tenant.agencyId), eq(payouts.id, id)),
    );
    if (!row) throw new AppError("not_found");
    return { ...shownPayout(row, run.ctx), commissions: await readLines(run, id) };
  },
});

const mostLines = 1_000;

async function readLines({ tx, ctx }: Run, payoutId: string) {
  const rows = await tx
    .select({
      commission: commissions,
      customer: {
        id: commissions.customerId,
        name: sql<string>`coalesce(${accounts.name}, ${invoices.buyer} ->> 'name')`,
      },
      code: invoices.code,
    })
    .from(payoutLines)
    .innerJoin(
      commissions,
      and(eq(commissions.agencyId, payoutLines.agencyId), eq(commissions.id, payoutLines.commissionId)),
    )
    .leftJoin(
      accounts,
      and(eq(accounts.agencyId, commissions.agencyId), eq(accounts.id, commissions.customerId)),
    )
    .innerJoin(
      invoices,
      and(eq(invoices.agencyId, commissions.agencyId), eq(invoices.id, commissions.invoiceId)),
    )
    .where(and(eq(payoutLines.agencyId, ctx.tenant.agencyId), eq(payoutLines.payoutId, payoutId)))
    .orderBy(asc(commissions.at), asc(commissions.id))
    .limit(mostLines);
  return rows.map(({ commission, customer, code }) => {
    const { id, at, rateBps, invoiceId, position } = commission;
    return {
      ...{ id, at, rateBps, customer, invoice: { id: invoiceId, code, position } },
      // Written by decide() and the taking back alone.
      reason: commission.reason,
      baseMinor: asJson(commission.baseMinor),
      amountMinor: asJson(commission.amountMinor),
    };
  });
}
