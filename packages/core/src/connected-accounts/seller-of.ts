import type { Run } from "../kernel/verb.ts";

const sellerSql = `
  select c.account_id as "sellerId"
  from connected_accounts c
  join app.gateway_account($1) g on g.gateway_id = c.platform_id
  where c.agency_id = $1 and c.gateway_id = $2`;

/**
 * Whose account at Stripe this is: what it tells counts for invoices of that seller alone, whether it takes new payments or not. Undefined
 * for one that is nobody's here, or was connected to another account of the agency's.
 */
export async function sellerOfAccount({ tx, ctx }: Run, gatewayId: string): Promise<string | undefined> {
  const values = [ctx.tenant.agencyId, gatewayId];
  const [row] = await tx.named<{ sellerId: string }>("seller_of_account", sellerSql, values);
  return row?.sellerId;
}
