import { accounts, commissions, invoices, payoutLines, payouts } from "@tenantry/db/schema";
import { and, asc, desc, eq, gt, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { listPage } from "../kernel/list-page.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { commissionPage, listInput } from "./schemas.ts";

const earners = alias(accounts, "earners");

/** One page of the decisions on commission in the caller's reach. A distributor has none of its own. */
export const listCommissions = query("commission.list", {
  input: listInput,
  output: commissionPage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { commissions: [], next: null, previous: null };
    const { at, id } = commissions;
    const { rows, next, previous } = await listPage(ctx, "commission.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectCommissions(run)
        .where(
          and(
            eq(commissions.agencyId, ctx.tenant.agencyId),
            input.resellerId ? eq(commissions.resellerId, input.resellerId) : undefined,
            input.customerId ? eq(commissions.customerId, input.customerId) : undefined,
            input.outcome === "all" ? undefined : eq(commissions.outcome, input.outcome),
            input.payoutId ? ofPayout(ctx.tenant.agencyId, input.payoutId) : undefined,
            input.state && inState(input.state, ctx.now),
            place.id
              ? sql`(${at}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(at) : asc(at), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({ ...one, id: one.row.id }));
    });
    return { commissions: rows.map((row) => shown(row, ctx)), next, previous };
  },
});

/** Held by a payout, whatever became of it. */
function ofPayout(agencyId: string, payoutId: string): SQL {
  return sql`${commissions.id} in (
    select commission_id from payout_lines where agency_id = ${agencyId} and payout_id = ${payoutId})`;
}

/** In a payout, paid by one, or in none: then payable or not yet. */
function inState(state: NonNullable<z.output<typeof listInput>["state"]>, now: Date): SQL | undefined {
  if (state === "in_payout") return inArray(payouts.state, ["draft", "sent"]);
  if (state === "paid") return eq(payouts.state, "completed");
  const due = state === "pending" ? gt(commissions.payableAt, now) : lte(commissions.payableAt, now);
  return and(isNull(payouts.id), due);
}

function selectCommissions({ tx }: Run) {
  return tx
    .select({
      row: commissions,
      place: sql<string>`${commissions.at}::text`,
      customer: { id: accounts.id, name: accounts.name },
      earner: { id: earners.id, name: earners.name, kind: earners.kind },
      code: invoices.code,
      payout: { id: payouts.id, state: payouts.state },
    })
    .from(commissions)
    .innerJoin(
      accounts,
      and(eq(accounts.agencyId, commissions.agencyId), eq(accounts.id, commissions.customerId)),
    )
    .innerJoin(
      earners,
      and(eq(earners.agencyId, commissions.agencyId), eq(earners.id, commissions.resellerId)),
    )
    .innerJoin(
      invoices,
      and(eq(invoices.agencyId, commissions.agencyId), eq(invoices.id, commissions.invoiceId)),
    )
    .leftJoin(
      payoutLines,
      and(
        eq(payoutLines.agencyId, commissions.agencyId),
        eq(payoutLines.commissionId, commissions.id),
        isNull(payoutLines.releasedAt),
      ),
    )
    .leftJoin(payouts, and(eq(payouts.agencyId, payoutLines.agencyId), eq(payouts.id, payoutLines.payoutId)));
}

type Selected = Awaited<ReturnType<typeof selectCommissions>>[number];

function stateOf(payout: Selected["payout"], waits: boolean) {
  if (payout) return payout.state === "completed" ? ("paid" as const) : ("in_payout" as const);
  return waits ? ("pending" as const) : ("payable" as const);
}

function shown({ row, customer, earner, code, payout }: Selected, { now, scope }: Run["ctx"]) {
  const { id, at, payableAt, outcome, rateBps, currency, invoiceId, position } = row;
  const named = earner.kind === "reseller" && earner.id !== scope.account;
  return {
    ...{ id, at, payableAt, outcome, rateBps, currency, customer },
    state: stateOf(payout, payableAt > now),
    // Written by decide() and the taking back alone.
    reason: row.reason,
    source: row.rateSource,
    baseMinor: asJson(row.baseMinor),
    amountMinor: asJson(row.amountMinor),
    invoice: { id: invoiceId, code, position },
    reseller: named ? { id: earner.id, name: earner.name } : null,
  };
}
