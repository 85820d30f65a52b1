import type { Tx } from "@tenantry/db";
import type { Period } from "../kernel/clock.ts";
import { arrayLiteral } from "./array-literal.ts";
import { exactUnits } from "./rules.ts";

interface Row {
  [column: string]: unknown;
  accountId: string;
  meter: string;
  units: bigint;
}

/**
 * What accounts used in a period with everybody under them, from rollups: a counter's units, a gauge's value at its
 * end. Keys are "account meter".
 */
export async function usedBy(
  tx: Tx,
  agencyId: string,
  accountIds: string[],
  { from, to }: Period,
): Promise<Map<string, number>> {
  const values = [agencyId, arrayLiteral(accountIds), from, to];
  const rows = await tx.named<Row>("usage_used_by", usedSql, values);
  return new Map(rows.map(({ accountId, meter, units }) => [`${accountId} ${meter}`, exactUnits(units)]));
}

const usedSql = `
  select a.id as "accountId", m.key as meter, case m.kind
    when 'counter' then (select coalesce(sum(d.quantity), 0) from usage_days d
      where d.agency_id = $1 and d.account_id = a.id and d.meter = m.key and d.day between $3 and $4)
    else coalesce((select d.quantity from usage_days d
      where d.agency_id = $1 and d.account_id = a.id and d.meter = m.key and d.day <= $4 order by d.day desc limit 1), 0)
    end::bigint as units
  from unnest($2::uuid[]) a (id) cross join meters m
  where m.agency_id = $1`;
