import type { Tx } from "@tenantry/db";
import { arrayLiteral } from "../usage/array-literal.ts";
import { exactUnits } from "../usage/rules.ts";
import { announce } from "./announce.ts";

/** A reseller's use of a meter, that may have come to a cap. */
export interface Use {
  [column: string]: unknown;
  resellerId: string;
  meter: string;
}

/** What waits to be counted, by reseller and meter; nothing where no endpoint wants to know of caps. */
export function waitingUse(tx: Tx, agencyId: string): Promise<Use[]> {
  return tx.named<Use>("webhook_waiting_use", waitingSql, [agencyId]);
}

/** Announces caps of the plan that these resellers have come to this month, each once. */
export async function announceCaps(tx: Tx, agencyId: string, uses: readonly Use[]): Promise<void> {
  if (uses.length === 0) return;
  const resellers = arrayLiteral(uses.map(({ resellerId }) => resellerId));
  const meters = arrayLiteral(uses.map(({ meter }) => meter));
  const reached = await tx.named<Reached>("webhook_caps", reachedSql, [agencyId, resellers, meters]);
  for (const { resellerId, at, units, capUnits, ...cap } of reached) {
    const more = { ...cap, units: exactUnits(units), capUnits: exactUnits(capUnits) };
    await announce(tx, { agencyId, type: "cap.reached", resellerId, at, more });
  }
}

interface Reached {
  [column: string]: unknown;
  resellerId: string;
  meter: string;
  cap: "soft" | "hard";
  month: string;
  units: bigint;
  capUnits: bigint;
  /** Business time. */
  at: Date;
}

const wanted = (whose: string) => `exists (
    select from webhook_endpoints e
    where e.agency_id = $1 ${whose} and e.disabled_at is null and 'cap.reached' = any(e.event_types))`;

const waitingSql = `
  select distinct reseller_id as "resellerId", meter from usage_deltas
  where agency_id = $1 and reseller_id <> $1 and ${wanted("")}`;

// The month is the agency's own, by its business time. Units as usage.decide counts them: the higher of what was granted
// and what was reported, and of a gauge what was reported last.
const reachedSql = `
  with clock as (
    select at, date_trunc('month', at at time zone zone)::date as first,
      (date_trunc('month', at at time zone zone) + interval '1 month' - interval '1 day')::date as last
    from (select now() + case mode when 'test' then clock_offset else '0' end as at, billing_zone as zone
      from agencies where agency_id = $1) c
  ), used as (
    select x.reseller, x.meter, k.kind, c.at, c.first, case k.kind
      when 'counter' then
        (select coalesce(sum(d.quantity), 0) from usage_days d where d.agency_id = $1 and d.account_id = x.reseller
          and d.meter = x.meter and d.day between c.first and c.last)
        + (select coalesce(sum(t.quantity), 0) from usage_deltas t where t.agency_id = $1 and t.reseller_id = x.reseller
          and t.meter = x.meter and t.at is null and t.day between c.first and c.last)
      else coalesce((select d.quantity from usage_days d where d.agency_id = $1 and d.account_id = x.reseller
        and d.meter = x.meter and d.day <= c.last order by d.day desc limit 1), 0) end as units
    from unnest($2::uuid[], $3::text[]) x (reseller, meter)
    join meters k on k.agency_id = $1 and k.key = x.meter cross join clock c
    where ${wanted("and e.account_id in ($1, x.reseller)")}
  ), counted as (
    select u.reseller, u.meter, u.at, u.first,
      (case when v.units is null or (u.kind = 'gauge' and v.seen <> u.units) then u.units
        else greatest(u.units, v.units) end)::bigint as units
    from used u left join usage_reservations v
      on v.agency_id = $1 and v.account_id = u.reseller and v.meter = u.meter and v.month = u.first
  ), reached as (
    select o.*, l.cap, l.cap_units
    from counted o
    join resellers r on r.agency_id = $1 and r.id = o.reseller
    join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = o.meter
    cross join lateral (values ('soft', m.soft_cap_units), ('hard', m.hard_cap_units)) l (cap, cap_units)
    where o.units > 0 and o.units >= l.cap_units
  ), told as (
    insert into webhook_caps (agency_id, account_id, meter, month, cap)
    select $1, reseller, meter, first, cap from reached on conflict do nothing
    returning account_id, meter, cap
  )
  select r.reseller as "resellerId", r.meter, r.cap, to_char(r.first, 'YYYY-MM') as month, r.units,
    r.cap_units as "capUnits", r.at
  from reached r join told t on t.account_id = r.reseller and t.meter = r.meter and t.cap = r.cap
  order by r.reseller, r.meter, r.cap_units, r.cap desc`;
