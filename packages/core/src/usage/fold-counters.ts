import { cappedUses } from "./mark-caps.ts";

/**
 * Takes about $2 deltas of agency $1 that `where` lets through: the oldest batches, whole, by one stretch of the key.
 * (Joining a list of keys made the planner compare each delta with each.) For use as a CTE.
 */
export const takenDeltas = (where: string) => `
    delete from usage_deltas d
    where d.agency_id = $1 and d.${where} and d.batch_id <= coalesce(
      (select batch_id from usage_deltas
      where agency_id = $1 and ${where} order by batch_id, account_id, meter, day offset $2 limit 1),
      'ffffffff-ffff-ffff-ffff-ffffffffffff')
    returning d.*`;

/** The account of a row `o` and every account above it, once each: the root's id in a scope column means "none". */
export const upwards = (o: string) => `
    cross join lateral (
      select distinct unnest(array[$1, ${o}.distributor_id, ${o}.reseller_id, ${o}.customer_id, ${o}.account_id])
        as account_id
    ) up`;

/** Adds counters' deltas to the days of their account and of everybody above it. */
export const foldCountersSql = `
  with taken as (${takenDeltas("at is null")}
  ), sums as (
    select account_id, distributor_id, reseller_id, customer_id, meter, day, sum(quantity) as quantity
    from taken group by account_id, distributor_id, reseller_id, customer_id, meter, day
  ), lines as (
    select up.account_id, s.meter, s.day, sum(s.quantity) as quantity,
      coalesce(sum(s.quantity) filter (where s.reseller_id <> $1), 0) as reseller_quantity
    from sums s ${upwards("s")}
    group by up.account_id, s.meter, s.day
  ), added as (
    insert into usage_days as d (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity,
      reseller_quantity)
    select $1, a.id, l.meter, l.day, a.distributor_id, a.reseller_id, a.customer_id, l.quantity, l.reseller_quantity
    from lines l join accounts a on a.agency_id = $1 and a.id = l.account_id
    order by l.account_id, l.meter, l.day
    on conflict (agency_id, account_id, meter, day) do update set
      quantity = d.quantity + excluded.quantity, reseller_quantity = d.reseller_quantity + excluded.reseller_quantity
  )
  select count(*)::int as taken, ${cappedUses} as capped from taken`;
