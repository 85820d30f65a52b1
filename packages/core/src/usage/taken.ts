import type { Tx } from "@tenantry/db";
import type { Period } from "../kernel/clock.ts";
import { arrayLiteral } from "./array-literal.ts";
import { taken } from "./decide-rule.ts";
import { exactUnits } from "./rules.ts";

interface Row {
  [column: string]: unknown;
  accountId: string;
  kind: "counter" | "gauge";
  units: bigint;
  seen: bigint;
  used: bigint;
}

/**
 * What each of these accounts has taken of a meter in a month, everybody under it included: granted or used, as
 * usage.decide counts it.
 */
export async function takenBy(
  tx: Tx,
  agencyId: string,
  accountIds: readonly string[],
  meter: string,
  month: Period,
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const values = [agencyId, arrayLiteral(accountIds), meter, month.from, month.to];
  const rows = await tx.named<Row>("usage_taken_by", takenSql, values);
  return new Map(rows.map((row) => [row.accountId, takenOf(row)]));
}

/** What a row of the statement below comes to. Pure. */
export function takenOf({ kind, units, seen, used }: Pick<Row, "kind" | "units" | "seen" | "used">): number {
  const reservation = { units: exactUnits(units), seen: exactUnits(seen) };
  return taken(kind, reservation, exactUnits(used));
}

/**
 * Columns and joins that say what account `x.id` has reserved and reported of meter $3 in the month from $4 to $5. A
 * counter's newest units are counted before they are folded, a gauge's value after.
 */
export const takenColumns = `k.kind, coalesce(v.units, 0) as units, coalesce(v.seen, 0) as seen,
  (case k.kind when 'counter'
    then (select coalesce(sum(d.quantity), 0) from usage_days d
        where d.agency_id = $1 and d.account_id = x.id and d.meter = $3 and d.day between $4 and $5)
      + (select coalesce(sum(d.quantity), 0) from usage_deltas d
        where d.agency_id = $1 and d.meter = $3 and d.at is null and d.day between $4 and $5
          and (x.id = $1 or x.id in (d.reseller_id, d.customer_id, d.distributor_id)))
    else coalesce((select d.quantity from usage_days d
      where d.agency_id = $1 and d.account_id = x.id and d.meter = $3 and d.day <= $5 order by d.day desc limit 1), 0)
    end)::bigint as used`;
export const takenJoins = `
  join meters k on k.agency_id = $1 and k.key = $3
  left join usage_reservations v
    on v.agency_id = $1 and v.account_id = x.id and v.meter = $3 and v.month = $4`;

const takenSql = `select x.id as "accountId", ${takenColumns} from unnest($2::uuid[]) x (id) ${takenJoins}`;
