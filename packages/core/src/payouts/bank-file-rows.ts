import { createHash } from "node:crypto";
import { accounts, legalEntities, payouts } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

/** Drafts of one file; more wait for the next. */
export const mostDrafts = 1_000;

/** Why a draft is in no bank file. */
export const leftOut = ["no_account", "not_euro"] as const;

export type Draft = Awaited<ReturnType<typeof readDrafts>>[number];

/** The drafts with the bank accounts of those who get them, the oldest first. */
export function readDrafts({ tx, ctx }: Run) {
  return tx
    .select({
      ...{ id: payouts.id, code: payouts.code },
      // What is sent, which may be another currency than was earned.
      currency: sql<string>`coalesce(${payouts.paidCurrency}, ${payouts.currency})`,
      amountMinor: sql`coalesce(${payouts.paidMinor}, ${payouts.amountMinor})`.mapWith(payouts.amountMinor),
      reseller: { id: accounts.id, name: accounts.name },
      account: { holder: legalEntities.name, iban: legalEntities.iban, bic: legalEntities.bic },
    })
    .from(payouts)
    .innerJoin(accounts, and(eq(accounts.agencyId, payouts.agencyId), eq(accounts.id, payouts.resellerId)))
    .leftJoin(
      legalEntities,
      and(eq(legalEntities.agencyId, payouts.agencyId), eq(legalEntities.accountId, payouts.resellerId)),
    )
    .where(and(eq(payouts.agencyId, ctx.tenant.agencyId), eq(payouts.state, "draft")))
    .orderBy(asc(payouts.createdAt), asc(payouts.id))
    .limit(mostDrafts);
}

/** Why a draft cannot go by a SEPA file; null where it can. */
export function whyLeftOut({ currency, account }: Pick<Draft, "currency" | "account">) {
  if (currency !== "EUR") return "not_euro" as const;
  return account?.iban ? null : ("no_account" as const);
}

/** The number of a file of these drafts. The same drafts give the same, by which a bank knows a file that it has had. */
export function fileNumber(drafts: readonly { code: string }[]): string {
  const hash = createHash("sha256").update(drafts.map(({ code }) => code).join(" "));
  return `PO${hash.digest("hex").slice(0, 24).toUpperCase()}`;
}
