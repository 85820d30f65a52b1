import { payoutLines, payouts, resellers } from "@tenantry/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { asJson } from "../kernel/money.ts";
import { command, type Run } from "../kernel/verb.ts";
import { type Due, readDue, totalsOf } from "./due.ts";
import { created, createInput } from "./schemas.ts";

/**
 * Makes a draft for every reseller and currency with enough due, and holds its lines: no other run takes them. Nothing is sent. Throws
 * `conflict` when it comes to another sum than was seen.
 */
export const createPayouts = command("payout.create", {
  input: createInput,
  output: created,
  run: async (run, { totals, ...input }) => {
    const before = await readDue(run, input);
    await lockResellers(run, before);
    // What another run took meanwhile is gone by now.
    const due = await readDue(run, input);
    if (totals && !sameTotals(totals, due)) throw new AppError("conflict");
    const made = [];
    for (const one of due) if (!one.left) made.push(await hold(run, one));
    return {
      result: {
        payouts: made.map(({ id, code, currency, amountMinor }) => ({
          ...{ id, code, currency },
          amountMinor: asJson(amountMinor),
        })),
      },
      audit:
        made.length === 0
          ? { none: "nothing was due" }
          : made.map(({ id, code, currency, amountMinor, lines, paid, resellerId, distributorId }) => ({
              object: { kind: "payout", id },
              after: { code, currency, amountMinor: String(amountMinor), lines, ...told(paid) },
              ...{ resellerId, distributorId },
            })),
    };
  },
});

/** Runs for the same resellers go one after the other, in one order. */
async function lockResellers({ tx, ctx }: Run, due: readonly Due[]): Promise<void> {
  const ids = [...new Set(due.map(({ resellerId }) => resellerId))];
  if (ids.length === 0) return;
  await tx
    .select({ id: resellers.id })
    .from(resellers)
    .where(and(eq(resellers.agencyId, ctx.tenant.agencyId), inArray(resellers.id, ids)))
    .orderBy(asc(resellers.id))
    .for("update");
}

function sameTotals(seen: { currency: string; amountMinor: number }[], due: readonly Due[]): boolean {
  const now = totalsOf(due);
  return (
    now.length === seen.length &&
    now.every(({ currency, amountMinor }) =>
      seen.some((one) => one.currency === currency && BigInt(one.amountMinor) === amountMinor),
    )
  );
}

async function hold({ tx, ctx }: Run, due: Due) {
  const { agencyId } = ctx.tenant;
  const { resellerId, distributorId, currency, amountMinor, lines, paid } = due;
  const row = {
    ...{ agencyId, id: newId(), code: newCode("payout"), distributorId, resellerId },
    ...{ currency, amountMinor, lines, cutOff: ctx.now, createdAt: ctx.now },
    ...(paid && {
      ...{ paidCurrency: paid.currency, paidMinor: paid.amountMinor, worthMinor: paid.worthMinor },
      ...{ exchangeRate: paid.rate, exchangeSource: paid.source },
    }),
  };
  await tx.insert(payouts).values(row);
  const { rowCount } = await tx.execute(sql`
    insert into ${payoutLines} (agency_id, payout_id, commission_id, distributor_id, reseller_id)
    select c.agency_id, ${row.id}, c.id, c.distributor_id, c.reseller_id
    from commissions c
    where c.agency_id = ${agencyId} and c.reseller_id = ${resellerId} and c.currency = ${currency}
      and c.outcome = 'created' and c.payable_at <= ${ctx.now.toISOString()}::timestamptz
      and not exists (
        select from payout_lines l
        where l.agency_id = c.agency_id and l.commission_id = c.id and l.released_at is null)
      and not exists (
      select from commission_disputes d
      where d.agency_id = c.agency_id and d.invoice_id = c.invoice_id and d.position = c.position and d.settled_at is null)`);
  // A line that became due in between would make the sum another one.
  if (rowCount !== lines) throw new AppError("conflict");
  return { ...row, paid };
}

/** What the log says of a payout in another currency. */
function told(paid: Due["paid"]) {
  if (!paid) return {};
  return { paid: `${paid.currency} ${paid.amountMinor}`, rate: paid.rate, source: paid.source };
}
