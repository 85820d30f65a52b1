import type { Day } from "../kernel/clock.ts";
import { sideOf } from "../kernel/reach.ts";
import type { Run } from "../kernel/verb.ts";
import type { MeterRows } from "./read-days.ts";
import { type DayUnits, exactUnits } from "./rules.ts";

/** What waits for the fold: a counter's units by day, a gauge's change as of now (day null). */
export interface Pending {
  [column: string]: unknown;
  meter: string;
  day: Day | null;
  quantity: bigint;
}

/** What resellers that are not deleted have used up to `to` that no rollup shows yet; `byDay` or else by month. */
export async function pendingUnits({ tx, ctx }: Run, to: Day, byDay: boolean): Promise<Pending[]> {
  const side = sideOf(ctx);
  const values = [ctx.tenant.agencyId, to, byDay ? "day" : "month"];
  return tx.named<Pending>(`usage_pending_${side}`, pendingSql[side], values);
}

/** Adds what is pending: counters to their day (a day outside the rows read falls away later), gauges to the newest. */
export function addPending(meters: MeterRows[], pending: Pending[]): MeterRows[] {
  if (pending.length === 0) return meters;
  return meters.map((rows) => {
    const days = new Map(rows.days.map((point) => [point.day, point.quantity]));
    for (const { meter, day, quantity } of pending) {
      if (meter !== rows.meter || day === null) continue;
      const base = rows.kind === "gauge" ? (rows.days.at(-1)?.quantity ?? 0) : (days.get(day) ?? 0);
      days.set(day, base + exactUnits(quantity));
    }
    const ordered: DayUnits[] = [...days].map(([day, quantity]) => ({ day, quantity }));
    return { ...rows, days: ordered.sort((a, b) => (a.day < b.day ? -1 : 1)) };
  });
}

/** The last value that is kept of gauge `n`. */
const keptSql = {
  agency: `
    select g.at, g.event_id, g.source, g.quantity from usage_gauges g
    where g.agency_id = $1 and g.account_id = n.account_id and g.meter = n.meter and g.day <= $2
    order by g.day desc limit 1`,
  upline: `
    select at, event_id, source, quantity from app.gauge_beneath(n.account_id, n.meter, $2)`,
};

// A gauge's pending value counts only where it is newer than the one that is kept.
const sqlOf = (side: keyof typeof keptSql) => `
  with waiting as (
    select d.* from usage_deltas d join accounts r on r.agency_id = $1 and r.id = d.reseller_id and r.archived_at is null
    where d.agency_id = $1 and d.reseller_id <> $1 and d.day <= $2
  )
  select meter, date_trunc($3, day)::date as day, sum(quantity)::bigint as quantity
  from waiting
  where at is null
  group by 1, 2
  union all
  select n.meter, date_trunc($3, $2::date)::date, sum(n.quantity - coalesce(k.quantity, 0))::bigint
  from (
    select distinct on (account_id, meter) account_id, meter, at, event_id, source, quantity
    from waiting where at is not null
    order by account_id, meter, at desc, event_id desc, source desc
  ) n
  left join lateral (${keptSql[side]}
  ) k on true
  where k.at is null or (n.at, n.event_id, n.source) > (k.at, k.event_id, k.source)
  group by 1, 2`;
const pendingSql = { agency: sqlOf("agency"), upline: sqlOf("upline") };
