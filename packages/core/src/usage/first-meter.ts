/** The agency's first meter, which lists show: `meter (key, kind)`. $1 is the agency. */
export const firstMeterSql =
  "select key, kind from meters where agency_id = $1 order by position, key limit 1";

/** What an account used of `meter` from $3 to $4, with everybody under it: a counter's units, a gauge's last value. */
export const firstMeterUseSql = (account: string) => `
    coalesce((
      select case (select kind from meter)
        when 'gauge' then (array_agg(d.quantity order by d.day desc))[1] else sum(d.quantity)::bigint end
      from usage_days d
      where d.agency_id = $1 and d.account_id = ${account} and d.meter = (select key from meter) and d.day between $3 and $4
    ), 0)`;
