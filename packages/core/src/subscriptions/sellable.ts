import type { Tx } from "@tenantry/db";

/** A plan at one of its prices, as it can be sold to a customer. */
export interface Sellable {
  sellerId: string;
  planId: string;
  versionId: string;
  name: string;
  description: string;
  currency: string;
  interval: "month" | "year";
  unitMinor: bigint;
  /** The tax the seller charges at home is in it. */
  pricesIncludeTax: boolean;
}

const sellableSql = `
  select seller_id as "sellerId", plan_id as "planId", version_id as "versionId", name, description, currency,
    billed_every as "interval", unit_minor as "unitMinor",
    seller_id in (select t.seller_id from app.taxed_prices() t) as "pricesIncludeTax"
  from app.sellable_plans($1)
  order by lower(name), plan_id, currency, billed_every`;

/** What can be sold to a customer now; nothing where the customer is not the caller's. */
export function readSellable(tx: Tx, customerId: string): Promise<Sellable[]> {
  return tx.named<Sellable>("sellable_plans", sellableSql, [customerId]);
}
