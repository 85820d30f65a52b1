/** Days of usage for each meter `m` of agency $1. */
const perMeter = (days: string) => `
  select m.key as meter, m.kind, d.day, d.quantity
  from meters m
  left join lateral (${days}
  ) d on true
  where m.agency_id = $1
  order by m.position, m.key, d.day`;

/** An account's rows from $3 to $4, and of a gauge also the last one before. */
const rowsOf = (account: string, quantity: "quantity" | "reseller_quantity") => `
    select day, ${quantity} as quantity from usage_days
    where agency_id = $1 and account_id = ${account} and meter = m.key and day between $3 and $4
    union all
    (select day, ${quantity} from usage_days
    where agency_id = $1 and account_id = ${account} and meter = m.key and day < $3 and m.kind = 'gauge'
    order by day desc limit 1)`;

/** Rows of resellers, added up: of a gauge each one's steps, which come to what all of them stand at. */
const addedBy = (unit: "day" | "month", which: string) => `
    select s.day, (case m.kind when 'gauge' then sum(sum(s.step)) over (order by s.day) else sum(s.step) end)::bigint
      as quantity
    from (
      select date_trunc('${unit}', u.day)::date as day, u.quantity - case m.kind
        when 'gauge' then lag(u.quantity, 1, 0::bigint) over (partition by r.id order by u.day) else 0 end as step
      from accounts r cross join lateral (${rowsOf("r.id", "quantity")}) u
      where r.agency_id = $1 and r.kind = 'reseller' and ${which}
    ) s
    group by s.day`;

const beneath = "r.distributor_id = $2";

/** By day or month, from $3 to $4: what the deleted resellers of account $2 used, of the agency's all there are. */
const deletedBy = (unit: "day" | "month") =>
  perMeter(addedBy(unit, `r.archived_at is not null and ($2::uuid = $1 or ${beneath})`));
export const deletedSql = { day: deletedBy("day"), month: deletedBy("month") };

/** By day, from $3 to $4: what account $2 and everybody under it used. */
export const accountDaysSql = perMeter(rowsOf("$2", "quantity"));

/**
 * By day, from $3 to $4: what the resellers beneath account $2 used. The root and a distributor have it in rows of their
 * own; those of a reseller hold its own use as well, so there the rows beneath are added up.
 */
export const daysSql = {
  own: perMeter(rowsOf("$2", "reseller_quantity")),
  beneath: perMeter(addedBy("day", beneath)),
};

/** The same by month, each named by its first day; a gauge's is the last of the month. */
export const monthsSql = {
  own: perMeter(`
    select date_trunc('month', u.day)::date as day, case m.kind
      when 'gauge' then (array_agg(u.quantity order by u.day desc))[1] else sum(u.quantity)::bigint end as quantity
    from (${rowsOf("$2", "reseller_quantity")}) u
    group by 1`),
  beneath: perMeter(addedBy("month", beneath)),
};
