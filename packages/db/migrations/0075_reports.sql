-- What was paid on some days, for reports and the list behind them. Invoices and decisions have such an index by their instants.
create index invoice_states_paid on invoice_states (agency_id, paid_at, invoice_id) where paid_at is not null;
