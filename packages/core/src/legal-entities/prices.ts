import type { Tx } from "@tenantry/db";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Basis points of tax in a seller's prices, 0 where they are net; for SQL that adds prices up. `seller` is a column. */
export const includedBpsSql = (seller: string) =>
  `coalesce((select t.included_bps from app.taxed_prices() t where t.seller_id = ${seller}), 0)`;

/** The same beside a column of drizzle's. */
export const includedBps = (seller: AnyColumn): SQL<number> =>
  sql<number>`coalesce((select t.bps from app.taxed_prices() t (taxed_id, bps) where t.taxed_id = ${seller}), 0)`;

/** There is tax in the prices of a seller, as a column. */
export const includesTax = (seller: AnyColumn): SQL<boolean> =>
  sql<boolean>`${seller} in (select t.seller_id from app.taxed_prices() t)`;

/** Sellers in whose prices there is tax, and how much, as far as the caller may know them. */
export async function taxedSellers(tx: Tx): Promise<Map<string, number>> {
  const text = `select seller_id as "sellerId", included_bps as "includedBps" from app.taxed_prices()`;
  const rows = await tx.named<{ sellerId: string; includedBps: number }>("taxed_prices", text, []);
  return new Map(rows.map(({ sellerId, includedBps }) => [sellerId, includedBps]));
}

/** There is tax in this seller's prices. */
export async function pricesIncludeTax(tx: Tx, sellerId: string): Promise<boolean> {
  return (await taxedSellers(tx)).has(sellerId);
}
