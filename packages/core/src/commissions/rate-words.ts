import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { type CountingRate, countingRate, type RateWord } from "./rate.ts";

/** The newest words on the rates of a customer, and with a plan on that one's. */
export async function rateWords(tx: Tx, customerId: string, planId: string | null): Promise<RateWord[]> {
  const { rows } = await tx.execute<RateWord & { [column: string]: unknown }>(sql`
    select source, set_by as "setBy", id, rate_bps as "rateBps",
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US') as "createdAt"
    from app.rates_of(${customerId}, ${planId}::uuid)`);
  return rows;
}

/** The rate that counts now for a customer and a plan; undefined where none is set. */
export async function countingRateOf(
  tx: Tx,
  customerId: string,
  planId: string,
): Promise<CountingRate | undefined> {
  return countingRate(await rateWords(tx, customerId, planId));
}
