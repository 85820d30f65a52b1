-- What a subscription brings in a month (MRR): a year's price is a twelfth, rounded half to even. A trial brings nothing, nor does what has
-- ended or was cancelled for a moment that has come. One definition for the number and for the list it is the sum of.
create function app.monthly_minor(s subscriptions, p_now timestamptz) returns bigint
language sql immutable parallel safe
as $$
  select case
    when s.state <> 'active' or s.cancelled_at is not null and s.due_at <= p_now then 0
    when s.billed_every = 'month' then s.unit_minor * s.quantity
    else (s.unit_minor * s.quantity + 6) / 12 - (s.unit_minor * s.quantity % 24 = 6)::integer
  end
$$;
grant execute on function app.monthly_minor(subscriptions, timestamptz) to tn_agency, tn_reseller;

-- What was charged for a subscription, period by period: held against what ran.
create index invoice_lines_by_subscription on invoice_lines (agency_id, subscription_id, period_from);
