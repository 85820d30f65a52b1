import type { Tx } from "@tenantry/db";

const lockSql = "select from customers where agency_id = $1 and id = $2 for update";
const keepSql = `
  update customers set coming_expiry = coalesce((
    select min(s.period_to) from subscriptions s
    where s.agency_id = $1 and s.customer_id = $2 and s.state <> 'ended'), 'infinity')
  where agency_id = $1 and id = $2`;

/** Lets whoever deals with the customer's subscriptions meanwhile wait for this transaction. */
export async function lockExpiry(tx: Tx, agencyId: string, customerId: string): Promise<void> {
  await tx.named("lock_expiry", lockSql, [agencyId, customerId]);
}

/**
 * Keeps the day on which the next of a customer's subscriptions ends or goes on. Locked first, so that who waited for somebody else's
 * subscription counts it too.
 */
export async function keepExpiry(tx: Tx, agencyId: string, customerId: string): Promise<void> {
  await lockExpiry(tx, agencyId, customerId);
  await tx.named("keep_expiry", keepSql, [agencyId, customerId]);
}
