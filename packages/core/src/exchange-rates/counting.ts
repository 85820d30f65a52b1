import type { Tx } from "@tenantry/db";

export interface CountingRate {
  rate: string;
  source: string;
}

const countingSql = `
  select rate::text, source from exchange_rates
  where agency_id = $1 and from_currency = $2 and to_currency = $3
  order by created_at desc, id desc limit 1`;

/** What one currency is worth in another now; undefined where nobody has said. */
export async function readCountingRate(
  tx: Tx,
  agencyId: string,
  from: string,
  to: string,
): Promise<CountingRate | undefined> {
  const [found] = await tx.named<CountingRate>("counting_exchange_rate", countingSql, [agencyId, from, to]);
  return found;
}
