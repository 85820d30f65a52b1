import type pg from "pg";
import { type Market, terms } from "./market.ts";

/** What a customer tells a day of a month: some stay within what is included, most do not. */
export const unitsSql = (n: string, month: string) => `(3 + (${n} + ${month}) % 5)`;

/**
 * Customers with a subscription each whose period began on `from` and ends a month later, all at one instant, spread over the market's
 * fronts; written by the server itself, since selling ten thousand by the verbs would take longer than the month's end. A customer's name is its number.
 * With `earlier`, so many periods before were counted and charged, with usage on 28 days of each.
 */
export async function addCustomers(
  admin: pg.Pool,
  { agencyId, fronts }: Market,
  { count, from, earlier = 0 }: { count: number; from: string; earlier?: number },
): Promise<void> {
  const sides = fronts.map(({ accountId, seller }, place) => ({
    ...{ place, account: accountId, seller: seller.id, plan: seller.planId },
  }));
  await admin.query(
    `with sides as (
       select * from jsonb_to_recordset($2::jsonb) s (place integer, account uuid, seller uuid, plan uuid)
     ), made as (
       select n, gen_random_uuid() as id, gen_random_uuid() as subscription, s.account, s.seller, s.plan
       from generate_series(1, $3::int) n join sides s on s.place = n % (select count(*) from sides)
     ), people as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, country)
       select $1, id, 'customer', account, $1, account, id, 'CU-' || $5::int || '-' || n, n::text, 'PT'
       from made
     ), buyers as (
       insert into customers (agency_id, id, distributor_id, reseller_id, customer_id, coming_expiry)
       select $1, id, $1, account, id, ($4::date + interval '1 month')::date from made
     )
     insert into subscriptions (agency_id, id, distributor_id, reseller_id, customer_id, code, seller_id, state, plan_id, version_id,
       plan_name, currency, billed_every, unit_minor, quantity, anchor, period, period_from, period_to, due_at, started_at)
     select $1, m.subscription, $1, m.account, m.id, 'SU-' || $5::int || '-' || m.n, m.seller, 'active', p.id, v.id, p.name, 'EUR',
       'month', $6, 1, ($4::date - $5::int * interval '1 month')::date, $5::int + 1, $4, ($4::date + interval '1 month')::date,
       ($4::date + interval '1 month') at time zone a.billing_zone, $4::date - $5::int * interval '1 month'
     from made m
     join agencies a on a.agency_id = $1
     join plans p on p.agency_id = $1 and p.id = m.plan
     join plan_versions v on v.agency_id = $1 and v.plan_id = p.id and v.number = p.current_version`,
    [agencyId, JSON.stringify(sides), count, from, earlier, terms.unit],
  );
  for (let month = 1; month <= earlier; month++)
    await countEarlier(admin, agencyId, { from, earlier, month });
}

/** Tells what customers used on the days of a month that begins on `from`, as events taken in and not yet folded. */
export async function tellUsage(
  admin: pg.Pool,
  agencyId: string,
  { from, month, days }: { from: string; month: number; days: number },
): Promise<void> {
  await admin.query(
    `insert into usage_deltas (agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity)
     select $1, gen_random_uuid(), id, 'messages', $2::date + d, distributor_id, reseller_id, customer_id,
       ${unitsSql("name::int", "$3::int")}
     from accounts, generate_series(0, $4::int - 1) d where agency_id = $1 and kind = 'customer'`,
    [agencyId, from, month, days],
  );
}

/** A period that ended `month` months before `from`: its days, and the count that was charged. */
async function countEarlier(
  admin: pg.Pool,
  agencyId: string,
  { from, earlier, month }: { from: string; earlier: number; month: number },
): Promise<void> {
  const counted = `
    (select s.*, c.name::int as n, ($2::date - $3::int * interval '1 month')::date as since
     from subscriptions s join accounts c on c.agency_id = s.agency_id and c.id = s.customer_id
     where s.agency_id = $1 and s.code like 'SU-' || $4::int || '-%')`;
  const values = [agencyId, from, month, earlier];
  await admin.query(
    `insert into usage_days (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity, reseller_quantity)
     select $1, customer_id, 'messages', since + d, distributor_id, reseller_id, customer_id, ${unitsSql("n", "0")}, 0
     from ${counted} c, generate_series(0, 27) d`,
    values,
  );
  await admin.query(
    `insert into overages (agency_id, subscription_id, meter, period_from, step, distributor_id, reseller_id, customer_id, period_to,
       counted_from, units, included_units, block_units, block_minor, billed_minor, counted_at)
     select $1, id, 'messages', since, 1, distributor_id, reseller_id, customer_id, (since + interval '1 month')::date, since,
       28 * ${unitsSql("n", "0")}, $5::bigint, $6::bigint, $7::bigint,
       greatest(0, (28 * ${unitsSql("n", "0")} - $5::bigint + $6::bigint - 1) / $6::bigint) * $7::bigint, now()
     from ${counted} c`,
    [...values, terms.included, terms.block, terms.blockPrice],
  );
}
