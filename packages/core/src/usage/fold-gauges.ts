import { takenDeltas, upwards } from "./fold-counters.ts";
import { cappedUses } from "./mark-caps.ts";

const lastFirst = "account_id, meter, day, at desc, event_id desc, source desc";

/**
 * Sets gauges. Each account keeps its last value per day by (at, event_id, source); comparing its days before and
 * after gives the steps by which every account above it moves too. A late event moves its own day and the days after
 * it, up to the account's next value. Correct only under the agency's fold lock, because days are written whole.
 */
export const foldGaugesSql = `
  with taken as (${takenDeltas("at is not null")}
  ), news as (
    select distinct on (account_id, meter, day) * from taken order by ${lastFirst}
  ), stretches as (
    select account_id, meter, min(day) as first_day from news group by account_id, meter
  ), before as (
    select g.account_id, g.meter, g.day, g.at, g.event_id, g.source, g.quantity
    from stretches s
    join usage_gauges g on g.agency_id = $1 and g.account_id = s.account_id and g.meter = s.meter
      and g.day >= coalesce(
        (select max(p.day) from usage_gauges p where p.agency_id = $1 and p.account_id = s.account_id
          and p.meter = s.meter and p.day < s.first_day), s.first_day)
  ), after as (
    select distinct on (account_id, meter, day) account_id, meter, day, quantity
    from (
      select * from before
      union all
      select account_id, meter, day, at, event_id, source, quantity from news
    ) every
    order by ${lastFirst}
  ), kept as (
    insert into usage_gauges as g (agency_id, account_id, meter, day, at, event_id, source, quantity)
    select $1, account_id, meter, day, at, event_id, source, quantity from news order by account_id, meter, day
    on conflict (agency_id, account_id, meter, day) do update set
      at = excluded.at, event_id = excluded.event_id, source = excluded.source, quantity = excluded.quantity
    where (excluded.at, excluded.event_id, excluded.source) > (g.at, g.event_id, g.source)
  ), steps as (
    select account_id, meter, day, sum(step) as step
    from (
      select account_id, meter, day, quantity - lag(quantity, 1, 0::bigint) over w as step from after
      window w as (partition by account_id, meter order by day)
      union all
      select account_id, meter, day, lag(quantity, 1, 0::bigint) over w - quantity from before
      window w as (partition by account_id, meter order by day)
    ) both_sides
    group by account_id, meter, day having sum(step) <> 0
  ), lines as (
    select up.account_id, s.meter, s.day, sum(s.step) as step,
      coalesce(sum(s.step) filter (where o.reseller_id <> $1), 0) as reseller_step
    from steps s
    join (select id as account_id, * from accounts where agency_id = $1) o on o.account_id = s.account_id ${upwards("o")}
    group by up.account_id, s.meter, s.day
  ), touched as (
    select account_id, meter, day from lines
    union
    select d.account_id, d.meter, d.day
    from (select account_id, meter, min(day) as first_day from lines group by account_id, meter) f
    join usage_days d on d.agency_id = $1 and d.account_id = f.account_id and d.meter = f.meter and d.day > f.first_day
  ), written as (
    insert into usage_days (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity,
      reseller_quantity)
    select $1, a.id, t.meter, t.day, a.distributor_id, a.reseller_id, a.customer_id,
      coalesce(old.quantity, 0) + coalesce(sum(l.step) over w, 0),
      coalesce(old.reseller_quantity, 0) + coalesce(sum(l.reseller_step) over w, 0)
    from touched t
    join accounts a on a.agency_id = $1 and a.id = t.account_id
    left join lines l on l.account_id = t.account_id and l.meter = t.meter and l.day = t.day
    left join lateral (
      select d.quantity, d.reseller_quantity from usage_days d
      where d.agency_id = $1 and d.account_id = t.account_id and d.meter = t.meter and d.day <= t.day
      order by d.day desc limit 1
    ) old on true
    window w as (partition by t.account_id, t.meter order by t.day)
    order by t.account_id, t.meter, t.day
    on conflict (agency_id, account_id, meter, day) do update set
      quantity = excluded.quantity, reseller_quantity = excluded.reseller_quantity
  )
  select count(*)::int as taken, ${cappedUses} as capped from taken`;
