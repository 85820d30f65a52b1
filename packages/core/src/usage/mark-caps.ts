import type { Tx } from "@tenantry/db";
import { arrayLiteral } from "./array-literal.ts";

/** The month of a gauge's caps: its value holds on from month to month, so it is at a cap until it moves. */
export const noMonth = "1970-01-01";

/** A reseller's use of a meter that its plan caps. */
export type CappedUse = [resellerId: string, meter: string];

/** A cap that a reseller has come to this month. */
export interface ReachedCap {
  [column: string]: unknown;
  resellerId: string;
  meter: string;
  cap: "soft" | "hard";
  /** First day of the month. */
  month: string;
  units: bigint;
  capUnits: bigint;
  /** Business time. */
  at: Date;
}

/**
 * Of rows `taken` (distributor_id, reseller_id, meter): what is capped by the plan that their reseller is on, or the
 * reseller above it, as a JSON list. `$1` is the agency.
 */
export const cappedUses = `(
    select coalesce(json_agg(json_build_array(t.id, t.meter)), '[]')
    from (select distinct s.id, meter from taken cross join lateral (values (distributor_id), (reseller_id)) s (id)) t
    join resellers r on r.agency_id = $1 and r.id = t.id
    join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = t.meter
    where coalesce(m.soft_cap_units, m.hard_cap_units) is not null)`;

/**
 * Keeps which caps these resellers have come to, and which no longer: counters in this month, gauges as they stand.
 * Answers those they have come to.
 */
export async function markCaps(tx: Tx, agencyId: string, uses: readonly CappedUse[]): Promise<ReachedCap[]> {
  if (uses.length === 0) return [];
  const resellers = arrayLiteral(uses.map(([resellerId]) => resellerId));
  const meters = arrayLiteral(uses.map(([, meter]) => meter));
  return tx.named<ReachedCap>("usage_mark_caps", markSql, [agencyId, resellers, meters]);
}

/** The same for every meter of a reseller whose plan has changed. */
export async function markAllCaps(tx: Tx, agencyId: string, resellerId: string): Promise<void> {
  const meters = await tx.named<{ key: string }>(
    "usage_meter_keys",
    "select key from meters where agency_id = $1",
    [agencyId],
  );
  await markCaps(
    tx,
    agencyId,
    meters.map(({ key }) => [resellerId, key]),
  );
}

// The month is the agency's own, by its business time. Units as usage.decide counts them, once they are folded: the higher
// of what was granted and what was reported, and of a gauge what was reported last.
const markSql = `
  with clock as (
    select at, date_trunc('month', at at time zone zone)::date as first,
      (date_trunc('month', at at time zone zone) + interval '1 month' - interval '1 day')::date as last
    from (select now() + case mode when 'test' then clock_offset else '0' end as at, billing_zone as zone
      from agencies where agency_id = $1) c
  ), used as (
    select x.reseller, x.meter, k.kind, c.at, c.first,
      case k.kind when 'gauge' then date '${noMonth}' else c.first end as kept_for, case k.kind
      when 'counter' then (select coalesce(sum(d.quantity), 0) from usage_days d
        where d.agency_id = $1 and d.account_id = x.reseller and d.meter = x.meter and d.day between c.first and c.last)
      else coalesce((select d.quantity from usage_days d where d.agency_id = $1 and d.account_id = x.reseller
        and d.meter = x.meter and d.day <= c.last order by d.day desc limit 1), 0) end as units
    from unnest($2::uuid[], $3::text[]) x (reseller, meter)
    join meters k on k.agency_id = $1 and k.key = x.meter cross join clock c
  ), counted as (
    select u.reseller, u.meter, u.at, u.first, u.kept_for,
      (case when v.units is null or (u.kind = 'gauge' and v.seen <> u.units) then u.units
        else greatest(u.units, v.units) end)::bigint as units
    from used u left join usage_reservations v
      on v.agency_id = $1 and v.account_id = u.reseller and v.meter = u.meter and v.month = u.first
  ), capped as (
    select o.*, r.distributor_id, l.cap, l.cap_units,
      coalesce(o.units > 0 and o.units >= l.cap_units, false) as reached
    from counted o
    join resellers r on r.agency_id = $1 and r.id = o.reseller
    left join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = o.meter
    cross join lateral (values ('soft', m.soft_cap_units), ('hard', m.hard_cap_units)) l (cap, cap_units)
  ), cleared as (
    delete from usage_caps k using capped c
    where k.agency_id = $1 and k.month = c.kept_for and k.cap = c.cap and k.account_id = c.reseller and k.meter = c.meter
      and not c.reached
  ), marked as (
    insert into usage_caps (agency_id, month, cap, account_id, meter, distributor_id, reseller_id)
    select $1, kept_for, cap, reseller, meter, distributor_id, reseller from capped where reached
    order by reseller, meter, cap
    on conflict do nothing
  )
  select reseller as "resellerId", meter, cap, first::text as month, units, cap_units as "capUnits", at
  from capped where reached order by reseller, meter, cap_units, cap desc`;
