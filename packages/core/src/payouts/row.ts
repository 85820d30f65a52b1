import { accounts, payouts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { shortRate } from "../exchange-rates/convert.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import type { Paid } from "./paid.ts";

export type Payout = typeof payouts.$inferSelect;

export function selectPayouts({ tx }: Run) {
  return tx
    .select({ payout: payouts, reseller: { id: accounts.id, name: accounts.name } })
    .from(payouts)
    .innerJoin(accounts, and(eq(accounts.agencyId, payouts.agencyId), eq(accounts.id, payouts.resellerId)));
}

type Selected = Awaited<ReturnType<typeof selectPayouts>>[number];

/** A payout as it is shown: who gets it needs no name of itself. */
export function shownPayout({ payout, reseller }: Selected, { scope }: Run["ctx"]) {
  const { id, code, currency, lines, state, reference, cutOff, createdAt, sentAt, settledAt } = payout;
  return {
    ...{ id, code, currency, lines, state, reference, cutOff, createdAt, sentAt, settledAt },
    amountMinor: asJson(payout.amountMinor),
    paid: paidOf(payout),
    reseller: reseller.id === scope.account ? null : reseller,
  };
}

/** What was sent for a payout in another currency, and how it was reckoned. */
export function shownPaid({ currency, amountMinor, rate, source, worthMinor }: Paid) {
  return {
    ...{ currency, source, rate: shortRate(rate) },
    amountMinor: asJson(amountMinor),
    worthMinor: asJson(worthMinor),
    differenceMinor: asJson(amountMinor - worthMinor),
  };
}

function paidOf({ paidCurrency, paidMinor, exchangeRate, exchangeSource, worthMinor }: Payout) {
  if (!paidCurrency || paidMinor === null || !exchangeRate || !exchangeSource || worthMinor === null)
    return null;
  const rate = { rate: exchangeRate, source: exchangeSource };
  return shownPaid({ currency: paidCurrency, amountMinor: paidMinor, worthMinor, ...rate });
}

/** A payout, locked; whoever settles it meanwhile waits. Throws `not_found`. */
export async function lockPayout({ tx, ctx }: Run, id: string): Promise<Payout> {
  const [row] = await tx
    .select()
    .from(payouts)
    .where(and(eq(payouts.agencyId, ctx.tenant.agencyId), eq(payouts.id, id)))
    .for("update");
  if (!row) throw new AppError("not_found");
  return row;
}
