import { accounts, payouts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";

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
    reseller: reseller.id === scope.account ? null : reseller,
  };
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
