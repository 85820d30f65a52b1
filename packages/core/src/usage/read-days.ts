import type { Tx } from "@tenantry/db";
import type { Day } from "../kernel/clock.ts";
import { type DayUnits, exactUnits } from "./rules.ts";

/** What the rollup says of one meter, in order of day. */
export interface MeterRows {
  meter: string;
  kind: "counter" | "gauge";
  days: DayUnits[];
}

interface Row {
  [column: string]: unknown;
  meter: string;
  kind: "counter" | "gauge";
  day: Day | null;
  quantity: bigint | null;
}

/**
 * All resellers together, per meter of the agency: the rows of `from`..`to`, and of a gauge also the last one before
 * `from`, whose value still holds. Meters without usage are there with no days.
 */
export async function readDays(tx: Tx, agencyId: string, from: Day, to: Day): Promise<MeterRows[]> {
  return byMeter(
    await tx.named<Row>("usage_agency_days", daysSql("reseller_quantity"), [agencyId, agencyId, from, to]),
  );
}

/** The same for one account below the agency, or the agency as a whole: everything it and those under it used. */
export async function readAccountDays(
  tx: Tx,
  agencyId: string,
  accountId: string,
  from: Day,
  to: Day,
): Promise<MeterRows[]> {
  return byMeter(
    await tx.named<Row>("usage_account_days", daysSql("quantity"), [agencyId, accountId, from, to]),
  );
}

/** All resellers together since the beginning, by month up to `to`. */
export async function readAllMonths(tx: Tx, agencyId: string, to: Day): Promise<MeterRows[]> {
  return byMeter(await tx.named<Row>("usage_agency_months", monthsSql, [agencyId, to]));
}

const daysSql = (quantity: "quantity" | "reseller_quantity") => `
  select m.key as meter, m.kind, d.day, d.quantity
  from meters m
  left join lateral (
    select day, ${quantity} as quantity from usage_days
    where agency_id = $1 and account_id = $2 and meter = m.key and day between $3 and $4
    union all
    (select day, ${quantity} from usage_days
    where agency_id = $1 and account_id = $2 and meter = m.key and day < $3 and m.kind = 'gauge'
    order by day desc limit 1)
  ) d on true
  where m.agency_id = $1
  order by m.position, m.key, d.day`;

const monthsSql = `
  select m.key as meter, m.kind, d.day, d.quantity
  from meters m
  left join lateral (
    select date_trunc('month', day)::date as day,
      case m.kind when 'gauge' then (array_agg(reseller_quantity order by day desc))[1]
        else sum(reseller_quantity)::bigint end as quantity
    from usage_days where agency_id = $1 and account_id = $1 and meter = m.key and day <= $2
    group by 1
  ) d on true
  where m.agency_id = $1
  order by m.position, m.key, d.day`;

function byMeter(rows: Row[]): MeterRows[] {
  const meters = new Map<string, MeterRows>();
  for (const { meter, kind, day, quantity } of rows) {
    let found = meters.get(meter);
    if (!found) {
      found = { meter, kind, days: [] };
      meters.set(meter, found);
    }
    if (day !== null && quantity !== null) found.days.push({ day, quantity: exactUnits(quantity) });
  }
  return [...meters.values()];
}

/** How many resellers are active, from the maintained counter, and how fresh the rollups are. */
export async function readHeadline(
  tx: Tx,
  agencyId: string,
): Promise<{ activeResellers: number; foldedAt: Date | null }> {
  const [row] = await tx.named<{ active: bigint; foldedAt: Date | null }>("usage_headline", headlineSql, [
    agencyId,
  ]);
  return { activeResellers: Number(row!.active), foldedAt: row!.foldedAt };
}

const headlineSql = `
  select (select coalesce(sum(active), 0)::bigint from reseller_counts where agency_id = $1) as active,
    (select folded_at from usage_folds where agency_id = $1) as "foldedAt"`;
