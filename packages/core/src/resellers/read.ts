import { accounts, brands, hostnames, resellers } from "@tenantry/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { stateOfReseller } from "../connected-accounts/state-of-reseller.ts";
import { id } from "../identity/schemas.ts";
import { newestInvitation, stateOf } from "../invitations/newest.ts";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { readPinned } from "../plans/pinned.ts";
import { readWaitingChange } from "../plans/waiting-change.ts";
import { originOf } from "../tenancy/origin.ts";
import { shownStatus } from "../tenancy/stop-modes.ts";
import { countAffected, countInside } from "./affected.ts";
import { readWaitingType } from "./apply-type-change.ts";
import { rulesOf } from "./rules.ts";
import { reseller } from "./schemas.ts";

/** One reseller whole: company, contact, plan, host, brand, invitation. */
export const readReseller = query("reseller.read", {
  beneath: "see",
  input: z.strictObject({ id }),
  output: reseller,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const row = await readRow(run, input.id);
    const [plan, planChange, typeChange, invitation, affected, inside, onlinePayments] = await Promise.all([
      readPinned(run, input.id),
      readWaitingChange(run, input.id),
      readWaitingType(tx, agencyId, input.id),
      newestInvitation(tx, agencyId, input.id),
      countAffected(run, input.id),
      countInside(tx, agencyId, input.id, ctx.securityNow),
      ctx.scope.kind === "agency" && rulesOf(row.resellers.type).managesPlans
        ? stateOfReseller(run, input.id)
        : null,
    ]);
    const { accounts: account, resellers: extension, hostnames: name, brands: brand, upline } = row;
    const { scope } = ctx;
    return {
      ...account,
      ...extension,
      email: account.email ?? "",
      status: shownStatus(account.archivedAt ? "locked" : account.status),
      stoppedAbove: scope.kind === "upline" && isStoppedAbove(account, scope.account),
      stoppedByUpline: scope.kind === "agency" && isStoppedByUpline(account),
      joinedAt: account.createdAt,
      upline: scope.kind === "agency" ? upline : null,
      plan,
      planChange,
      typeChange,
      onlinePayments,
      host: name.host,
      address: originOf(ctx.app.config, name.host),
      color: brand.color,
      supportEmail: brand.supportEmail,
      invitation: invitation ? stateOf(invitation, ctx.securityNow) : null,
      ...affected,
      ...inside,
    };
  },
});

async function readRow({ tx, ctx }: Run, resellerId: string) {
  const { agencyId } = ctx.tenant;
  const sameAccount = (table: typeof hostnames | typeof brands) =>
    and(eq(table.agencyId, accounts.agencyId), eq(table.accountId, accounts.id));
  const upline = alias(accounts, "upline");
  const [row] = await tx
    .select({
      ...{ accounts, resellers, hostnames, brands },
      upline: { id: upline.id, kind: sql<"distributor" | "reseller">`${upline.kind}`, name: upline.name },
    })
    .from(accounts)
    .innerJoin(resellers, and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.id)))
    .innerJoin(hostnames, and(sameAccount(hostnames), eq(hostnames.isPrimary, true)))
    .innerJoin(brands, sameAccount(brands))
    .leftJoin(
      upline,
      and(
        eq(upline.agencyId, accounts.agencyId),
        eq(upline.id, accounts.distributorId),
        ne(upline.kind, "agency"),
      ),
    )
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, resellerId)));
  if (!row) throw new AppError("not_found");
  return row;
}

function isStoppedAbove(account: typeof accounts.$inferSelect, uplineId: string): boolean {
  if (account.archivedAt) return account.archivedBy !== uplineId;
  return account.status !== "active" && account.statusBy !== uplineId;
}

function isStoppedByUpline({
  archivedAt,
  archivedBy,
  status,
  statusBy,
}: typeof accounts.$inferSelect): boolean {
  return archivedAt ? archivedBy !== null : status !== "active" && statusBy !== null;
}
