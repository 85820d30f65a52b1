import type pg from "pg";
import type { Ctx } from "../kernel/ctx.ts";
import { newCode, newId } from "../kernel/ids.ts";
import type { AccountKind } from "../roles.ts";
import type { Owner } from "./resolve.ts";

/** Pools as the web process and the superuser have them. */
export interface Pools {
  web: pg.Pool;
  admin: pg.Pool;
}

/** An agency of the test's own, with its three meters, no plan and no reseller. */
export async function usageAgency(db: Pools, zone = "UTC", mode: "live" | "test" = "live") {
  const agencyId = newId();
  await db.admin.query(
    "insert into agencies (agency_id, name, slug, billing_zone, mode) values ($1, 'Test', $2, $3, $4)",
    [agencyId, `t${agencyId}`, zone, mode],
  );
  const add = async (kind: AccountKind, above: Partial<Owner>, externalId?: string): Promise<Owner> => {
    const id = kind === "agency" ? agencyId : newId();
    const owner = {
      accountId: id,
      distributorId: kind === "distributor" ? id : (above.distributorId ?? agencyId),
      resellerId: kind === "reseller" ? id : (above.resellerId ?? agencyId),
      customerId: kind === "customer" ? id : agencyId,
    };
    const parent =
      kind === "reseller" ? owner.distributorId : kind === "customer" ? owner.resellerId : agencyId;
    await db.admin.query(
      `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, external_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $3, $9)`,
      [
        agencyId,
        id,
        kind,
        parent,
        owner.distributorId,
        owner.resellerId,
        owner.customerId,
        newCode(kind),
        externalId ?? null,
      ],
    );
    return owner;
  };
  const root = await add("agency", {});
  await db.admin.query(
    `insert into meters (agency_id, key, kind, position) values ($1, 'messages', 'counter', 1),
       ($1, 'whatsapp_messages', 'counter', 2), ($1, 'team_members', 'gauge', 3)`,
    [agencyId],
  );
  return { agencyId, zone, mode, root, add };
}
export type UsageAgency = Awaited<ReturnType<typeof usageAgency>>;

/** The context of an owner of `account` (the agency itself when left out) at the instant `now`. */
export function usageCtx(db: Pools, agency: UsageAgency, now: Date, account?: Owner): Ctx {
  const kind: AccountKind = account === undefined ? "agency" : kindOf(agency, account);
  const accountId = account?.accountId ?? agency.agencyId;
  return {
    app: {
      pool: db.web,
      config: {
        base: "localhost",
        scheme: "http",
        secret: "s".repeat(32),
        demo: false,
        trustedProxies: [],
        requestsPerMinute: 1_000_000,
        egressAllowed: [],
      } as Ctx["app"]["config"],
      log: { info() {}, warn() {}, error() {} },
    },
    requestId: "test",
    tenant: {
      host: "test.localhost",
      agencyId: agency.agencyId,
      agencyName: "Test",
      agencyStatus: "active",
      agencyMode: agency.mode,
      clockOffsetMs: 0,
      billingZone: agency.zone,
      isDemo: false,
      accountId,
      kind,
      sellsOwnPlans: false,
      name: "Test",
      status: "active",
      archived: false,
      language: "en",
      distributorId: account?.distributorId ?? agency.agencyId,
      resellerId: account?.resellerId ?? agency.agencyId,
      color: "#000000",
      supportEmail: null,
      agencyCountry: "US",
      caretakerEmail: null,
      delegation: null,
      secondFactorRequired: false,
    },
    actor: {
      kind: "user",
      userId: newId(),
      sessionId: newId(),
      name: "Test",
      email: "test@example.com",
      language: "en",
      role: "owner",
      accountId,
      accountKind: kind,
      accounts: 1,
      mustChangePassword: false,
      hasSecondFactor: false,
      provedAt: now,
    },
    scope: { agency: agency.agencyId, kind, account: accountId },
    now,
    securityNow: now,
    ip: "127.0.0.1",
    userAgent: "test",
  };
}

function kindOf(agency: UsageAgency, account: Owner): AccountKind {
  if (account.customerId !== agency.agencyId) return "customer";
  if (account.resellerId !== agency.agencyId) return "reseller";
  return account.distributorId !== agency.agencyId ? "distributor" : "agency";
}
