import { inTenant } from "@tenantry/db";
import { accounts, agencies, brands, hostnames, memberships, users } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { App, Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import { shutFor } from "../tenancy/shut.ts";

/**
 * The context of work that a person of an agency's, or of a reseller's, started and the worker carries on: the person with the rights
 * they have now, on their account's host. Throws `forbidden` when they are no longer there or would not be let in.
 */
export async function personContext(
  app: App,
  agencyId: string,
  userId: string,
  accountId = agencyId,
): Promise<Ctx> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  const [row] = await inTenant(app.pool, scope, (tx) =>
    tx
      .select({
        agency: agencies,
        account: accounts,
        brand: brands,
        host: hostnames.host,
        user: users,
        role: memberships.role,
        now: sql<Date>`${databaseNow}`.mapWith(agencies.createdAt),
        offsetMs: sql<number>`(extract(epoch from ${agencies.clockOffset}) * 1000)::float8`,
      })
      .from(agencies)
      .innerJoin(accounts, and(eq(accounts.agencyId, agencies.agencyId), eq(accounts.id, accountId)))
      .innerJoin(brands, and(eq(brands.agencyId, agencies.agencyId), eq(brands.accountId, accountId)))
      .innerJoin(
        hostnames,
        and(
          eq(hostnames.agencyId, agencies.agencyId),
          eq(hostnames.accountId, accountId),
          eq(hostnames.isPrimary, true),
        ),
      )
      .innerJoin(users, and(eq(users.agencyId, agencies.agencyId), eq(users.id, userId)))
      .innerJoin(
        memberships,
        and(
          eq(memberships.agencyId, agencies.agencyId),
          eq(memberships.userId, users.id),
          eq(memberships.accountId, accountId),
          eq(memberships.state, "active"),
        ),
      )
      .where(eq(agencies.agencyId, agencyId)),
  );
  if (row?.user.status !== "active" || row.agency.status !== "active") throw new AppError("forbidden");
  const { agency, account, brand, host, user, role, now, offsetMs } = row;
  const { status, kind, distributorId, resellerId } = account;
  const archived = account.archivedAt !== null;
  if (shutFor({ accountId, status, archived }, { accountId, accountStatus: status }))
    throw new AppError("forbidden");
  return Object.freeze({
    app,
    requestId: `job_${newId()}`,
    tenant: {
      host,
      agencyId,
      agencyName: agency.name,
      agencyStatus: agency.status,
      agencyMode: agency.mode,
      clockOffsetMs: offsetMs,
      billingZone: agency.billingZone,
      isDemo: agency.isDemo,
      ...{ accountId, kind, name: account.name, status, archived, language: account.language },
      ...{ distributorId, resellerId },
      color: brand.color,
      supportEmail: brand.supportEmail,
      agencyCountry: agency.country,
      caretakerEmail: brand.supportEmail,
      // Such work reaches the account's own rows, for which it takes no delegation.
      delegation: null,
      // Such work asks for nothing at a gateway.
      sellsOwnPlans: false,
      secondFactorRequired: false,
    },
    actor: {
      kind: "user" as const,
      userId,
      sessionId: "",
      name: user.name,
      email: user.email,
      language: user.language,
      role,
      accountId,
      accountKind: kind,
      accounts: 1,
      mustChangePassword: false,
      hasSecondFactor: false,
      // Whoever started the work was asked then.
      provedAt: now,
    },
    scope: { agency: agencyId, kind, account: accountId },
    now: agency.mode === "test" ? new Date(now.getTime() + offsetMs) : now,
    securityNow: now,
    ip: "worker",
    userAgent: "worker",
  });
}
