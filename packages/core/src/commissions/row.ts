import {
  accounts,
  commissionDisputes,
  commissions,
  invoices,
  payoutLines,
  payouts,
} from "@tenantry/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { convert, shortRate } from "../exchange-rates/convert.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";

const earners = alias(accounts, "earners");

/** Decisions with whom they are about, the payout that holds each, and the dispute that is open about its line. */
export function selectCommissions({ tx }: Run) {
  return tx
    .select({
      row: commissions,
      place: sql<string>`${commissions.at}::text`,
      dispute: commissionDisputes.id,
      // A customer that has gone to another seller is on its old one's documents.
      customer: {
        id: commissions.customerId,
        name: sql<string>`coalesce(${accounts.name}, ${invoices.buyer} ->> 'name')`,
      },
      earner: { id: earners.id, name: earners.name, kind: earners.kind },
      code: invoices.code,
      payout: { id: payouts.id, state: payouts.state },
    })
    .from(commissions)
    .leftJoin(
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
    .leftJoin(payouts, and(eq(payouts.agencyId, payoutLines.agencyId), eq(payouts.id, payoutLines.payoutId)))
    .leftJoin(
      commissionDisputes,
      and(
        eq(commissionDisputes.agencyId, commissions.agencyId),
        eq(commissionDisputes.invoiceId, commissions.invoiceId),
        eq(commissionDisputes.position, commissions.position),
        isNull(commissionDisputes.settledAt),
      ),
    );
}

type Selected = Awaited<ReturnType<typeof selectCommissions>>[number];

function stateOf({ payout, dispute }: Selected, waits: boolean) {
  if (payout) return payout.state === "completed" ? ("paid" as const) : ("in_payout" as const);
  if (dispute) return "disputed" as const;
  return waits ? ("pending" as const) : ("payable" as const);
}

/** A decision as it is shown: who earns it needs no name of itself. */
export function shownCommission(selected: Selected, { now, scope }: Run["ctx"]) {
  const { row, customer, earner, code } = selected;
  const { id, at, payableAt, outcome, rateBps, currency, invoiceId, position } = row;
  const named = earner.kind === "reseller" && earner.id !== scope.account;
  return {
    ...{ id, at, payableAt, outcome, rateBps, currency, customer },
    state: stateOf(selected, payableAt > now),
    reason: row.reason,
    source: row.rateSource,
    baseMinor: asJson(row.baseMinor),
    amountMinor: asJson(row.amountMinor),
    worth: worthIn(row),
    invoice: { id: invoiceId, code, position },
    reseller: named ? { id: earner.id, name: earner.name } : null,
  };
}

type Row = typeof commissions.$inferSelect;

/** What it was worth in the currency of the payout when it was decided. */
function worthIn({ currency, amountMinor, payoutCurrency, exchangeRate, exchangeSource }: Row) {
  if (!payoutCurrency || !exchangeRate || !exchangeSource) return null;
  const worth = convert({ currency, amountMinor }, payoutCurrency, exchangeRate);
  return {
    ...{ currency: payoutCurrency, amountMinor: asJson(worth.amountMinor) },
    ...{ rate: shortRate(exchangeRate), source: exchangeSource },
  };
}
