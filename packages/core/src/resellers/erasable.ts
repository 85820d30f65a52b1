import type { Tx } from "@tenantry/db";

/**
 * What an erasure does in numbers: what goes, what stays, and what stands in its way. Money that is open would stand in
 * its way too; there are no invoices or payouts yet, and when there are they are counted here and nowhere else.
 */
export type Erasable = {
  goes: {
    people: number;
    sessions: number;
    invitations: number;
    keys: number;
    mails: number;
    webhooks: number;
  };
  stays: { usageDays: number; auditEntries: number; plans: number };
  blockedBy: { customers: number };
};

const count = (table: string, more = "true") => `(select count(*)::int from (
    select from ${table} where agency_id = $1 and reseller_id = $2 and ${more} limit 10000) counted)`;

const countSql = `
  select
    json_build_object('people', ${count("users")}, 'sessions', ${count("sessions")},
      'invitations', ${count("invitations", "accepted_at is null and revoked_at is null")},
      'keys', ${count("api_keys", "revoked_at is null")}, 'mails', ${count("mails")},
      'webhooks', ${count("webhook_endpoints")}) as goes,
    json_build_object('usageDays', ${count("usage_days")}, 'auditEntries', ${count("audit_entries")},
      'plans', ${count("plans")}) as stays,
    json_build_object('customers', ${count("accounts", "kind = 'customer' and archived_at is null")}) as "blockedBy"`;

/** Counted up to 10,000 each. */
export async function countErasable(tx: Tx, agencyId: string, resellerId: string): Promise<Erasable> {
  const [counted] = await tx.named<Erasable>("count_erasable", countSql, [agencyId, resellerId]);
  return counted!;
}
