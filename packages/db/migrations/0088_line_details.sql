-- What explains a line: its price before tax was told apart, the price of one, how long the whole period is of which it charges a part, what
-- ran before a change, and of a credit what the invoice's line came to. Null on lines that were issued before.
alter table invoice_lines
  add column price_minor bigint check (price_minor >= 0),
  add column unit_minor bigint check (unit_minor >= 0),
  add column period_days smallint check (period_days >= period_to - period_from),
  add column prior_unit_minor bigint check (prior_unit_minor >= 0),
  add column prior_quantity integer check (prior_quantity > 0),
  add column credited_minor bigint check (credited_minor >= 0),
  add constraint invoice_lines_prior_check check (num_nulls(prior_unit_minor, prior_quantity) in (0, 2));
