import { includedBpsSql } from "../legal-entities/prices.ts";

/** A price without the tax that is in it: what is missing or too much is told net, like revenue. */
const net = (price: string, seller: string) =>
  `(${price})::bigint - app.tax_in((${price})::bigint, ${includedBpsSql(seller)})`;

/** Lines that charge a period, or the rest of one. */
const charging = "('new', 'renewal', 'change')";

/**
 * What runs now beside what its period's lines come to, in prices as they are said (with tax or without), when each is carried to the whole period. A line is rounded once, so that carrying
 * it is off by half of what it is multiplied with at most, and so is a change, or a first part of a period, that rounded to nothing and has
 * no line: what exceeds the sum of these is no rounding. The last thousandth is the division's.
 */
const judged = `
  with running as (
    select s.id, s.customer_id, s.reseller_id, s.seller_id, s.currency, s.quantity, s.period_from, s.period_to,
      s.unit_minor * s.quantity as charge_minor,
      -- The first period of what a reseller buys may begin in the middle of a whole one.
      (s.period_to - least(s.period_from, (s.anchor + make_interval(
        months => (s.period - 1) * case s.billed_every when 'year' then 12 else 1 end))::date))::numeric as whole_days
    from subscriptions s
    where s.agency_id = $1 and s.state = 'active' and ($3 or s.seller_id = $2)
      -- What ran elsewhere was paid for there: the period in which it was taken over is not charged (docs/decisions/027-moving-in.md).
      and (s.taken_over_on >= s.period_from) is not true
  ), suspected as (
    select r.*, coalesce(b.is_opened, false) as is_opened, coalesce(b.carried, 0) as carried,
      coalesce(b.slack, 0) + case when b.is_opened then 0 else r.whole_days / (r.period_to - r.period_from) / 2 end as slack
    from running r
    cross join lateral (
      select bool_or(l.kind <> 'change' and l.period_from = r.period_from) as is_opened,
        sum(coalesce(l.price_minor, l.net_minor) * r.whole_days / greatest(l.period_to - l.period_from, 1)) as carried,
        sum(r.whole_days / greatest(l.period_to - l.period_from, 1)) / 2 as slack,
        bool_or(l.quantity <> r.quantity) as has_other_quantity
      from invoice_lines l
      where l.agency_id = $1 and l.subscription_id = r.id and l.kind in ${charging}
        and l.period_from >= r.period_from and l.period_from < r.period_to) b
    where r.charge_minor <> coalesce(b.carried, 0) or b.has_other_quantity
  ), weighed as (
    select s.*, n.billed_quantity, n.invoice_id,
      coalesce(n.billed_quantity <> s.quantity and o.is_said is not true, false) as has_other_quantity,
      abs(s.charge_minor - s.carried) > s.slack + coalesce(o.slack, 0) + 0.001 as is_off
    from suspected s
    left join lateral (
      select l.quantity as billed_quantity, l.invoice_id, i.issued_at
      from invoice_lines l
      join invoices i on i.agency_id = $1 and i.id = l.invoice_id
      where l.agency_id = $1 and l.subscription_id = s.id and l.kind in ${charging}
        and l.period_from >= s.period_from and l.period_from < s.period_to
      order by i.issued_at desc, i.number desc, l.position desc
      limit 1) n on true
    cross join lateral (
      select count(*) * s.whole_days / greatest(min(s.period_to - (o.placed_at at time zone $5)::date), 1) / 2 as slack,
        bool_or(o.quantity = s.quantity and o.placed_at >= n.issued_at) as is_said
      from orders o
      where o.agency_id = $1 and o.customer_id = s.customer_id and o.subscription_id = s.id and o.kind = 'change'
        and o.invoice_id is null and o.placed_at >= s.period_from::timestamp at time zone $5) o
  ), judged as (
    select *, is_off and not is_opened and charge_minor > carried as is_unopened from weighed
  )`;

/** A period is over for a day and the next has not been charged: the worker comes within seconds. */
const late = `
  select 'active_not_billed', s.id, null, null, s.customer_id, s.reseller_id, s.currency,
    ${net("coalesce(s.next_unit_minor, s.unit_minor) * coalesce(s.next_quantity, s.quantity)", "s.seller_id")},
    s.period_to, null, coalesce(s.next_quantity, s.quantity), null, s.period_to
  from subscriptions s
  where s.agency_id = $1 and ($3 or s.seller_id = $2) and s.state <> 'ended' and s.cancelled_at is null
    and s.due_at <= $4::timestamptz - interval '1 day'
    and coalesce(s.next_unit_minor, s.unit_minor) * coalesce(s.next_quantity, s.quantity) > 0`;

/** A line's period lies before the first that is charged or after the last; what was taken back or given back whole is settled. */
const notRunning = `
  select 'billed_not_active', s.id, l.invoice_id, l.position, l.customer_id, l.reseller_id, i.currency, l.net_minor,
    l.period_from, l.period_to, null, l.quantity, l.period_from
  from subscriptions s
  cross join lateral (
    select * from invoice_lines b
    where b.agency_id = $1 and b.subscription_id = s.id and b.period_from < greatest(s.anchor, (s.started_at at time zone $5)::date)
    union
    select * from invoice_lines a
    where a.agency_id = $1 and a.subscription_id = s.id and a.period_from >= least(s.period_to, (s.ended_at at time zone $5)::date)
  ) l
  join invoices i on i.agency_id = $1 and i.id = l.invoice_id
  join invoice_states t on t.agency_id = $1 and t.invoice_id = l.invoice_id
    and t.state <> 'void' and t.refunded_minor < i.total_minor
  where s.agency_id = $1 and ($3 or s.seller_id = $2) and l.kind in ${charging}`;

/** Everybody sees who owes for long, but not what it owes itself. What was given up nobody waits for any more. */
const unpaid = `
  select 'unpaid_over_days', null, i.id, null, i.customer_id, i.reseller_id, i.currency, i.total_minor,
    null, null, null, null, ((t.due_at - interval '1 millisecond') at time zone $5)::date
  from invoice_states t
  join invoices i on i.agency_id = $1 and i.id = t.invoice_id
  where t.agency_id = $1 and t.state = 'open' and t.due_at <= $6 and t.customer_id <> $2`;

/**
 * What was charged does not fit what ran, or is not paid: one row for each such fact. $1 agency, $2 the caller's account, $3 whether it
 * looks at what everybody sells, $4 business time, $5 the billing zone, $6 the instant from which on a due day is recent. Who charges
 * wrongly can put it right: a reseller is shown what it sells itself.
 */
export const leaksSql = `
  ${judged}
  select 'active_not_billed' as kind, id as subscription_id, null::uuid as invoice_id, null::smallint as position,
    customer_id, reseller_id, currency, ${net("round(charge_minor - carried)", "judged.seller_id")} as amount_minor,
    period_from, period_to, quantity, billed_quantity, period_from as since
  from judged where is_unopened
  union all
  select 'quantity_differs', id, invoice_id, null, customer_id, reseller_id, currency, ${net("round(charge_minor - carried)", "judged.seller_id")},
    period_from, period_to, quantity, billed_quantity, period_from
  from judged where not is_unopened and (is_off or has_other_quantity)
  union all
  ${late}
  union all
  ${notRunning}
  union all
  ${unpaid}`;
