import { commissionDisputes, commissions, invoiceLines } from "@tenantry/db/schema";
import { and, asc, desc, eq } from "drizzle-orm";
import { decisionsOf } from "../commission-disputes/row.ts";
import { mostOf } from "../commission-disputes/rules.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { selectCommissions, shownCommission } from "./row.ts";
import { lineTotals } from "./rules.ts";
import { byId, commissionDetail } from "./schemas.ts";

/** One decision with everything else that was decided about its line, and what was disputed. */
export const readCommission = query("commission.read", {
  input: byId,
  output: commissionDetail,
  object: ({ id }) => ({ table: "commissions", id }),
  run: async (run, { id }) => {
    if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [asked] = await selectCommissions(run).where(
      and(eq(commissions.agencyId, run.ctx.tenant.agencyId), eq(commissions.id, id)),
    );
    if (!asked) throw new AppError("not_found");
    const { invoiceId, position } = asked.row;
    const line = { invoiceId, position };
    const decisions = await decisionsOf(run, line);
    const { earnedMinor, takenBackMinor } = lineTotals(decisions);
    return {
      ...shownCommission(asked, run.ctx),
      ...(await readSold(run, line)),
      totalMinor: asJson(earnedMinor - takenBackMinor),
      mostMinor: asJson(mostOf(decisions)),
      decisions: (await readDecisions(run, line)).map((one) => shownCommission(one, run.ctx)),
      disputes: await readDisputes(run, line),
    };
  },
});

interface Line {
  invoiceId: string;
  position: number;
}

/** What the line sold. */
async function readSold({ tx, ctx }: Run, { invoiceId, position }: Line) {
  const [line] = await tx
    .select({ plan: invoiceLines.planName, from: invoiceLines.periodFrom, to: invoiceLines.periodTo })
    .from(invoiceLines)
    .where(
      and(
        eq(invoiceLines.agencyId, ctx.tenant.agencyId),
        eq(invoiceLines.invoiceId, invoiceId),
        eq(invoiceLines.position, position),
      ),
    );
  if (!line) throw new AppError("not_found");
  return line;
}

function readDecisions(run: Run, { invoiceId, position }: Line) {
  return selectCommissions(run)
    .where(
      and(
        eq(commissions.agencyId, run.ctx.tenant.agencyId),
        eq(commissions.invoiceId, invoiceId),
        eq(commissions.position, position),
      ),
    )
    .orderBy(asc(commissions.at), asc(commissions.id));
}

async function readDisputes({ tx, ctx }: Run, { invoiceId, position }: Line) {
  const rows = await tx
    .select()
    .from(commissionDisputes)
    .where(
      and(
        eq(commissionDisputes.agencyId, ctx.tenant.agencyId),
        eq(commissionDisputes.invoiceId, invoiceId),
        eq(commissionDisputes.position, position),
      ),
    )
    .orderBy(desc(commissionDisputes.openedAt), desc(commissionDisputes.id));
  return rows.map(({ id, reason, openedAt, outcome, answer, settledAt }) => ({
    ...{ id, reason, openedAt, outcome, answer, settledAt },
  }));
}
