/** Selects the invoices, as `invoice_id`, for which more came than is owed and nobody has asked for it to be given back; of this scope by row level security. */
export const surplusesHeld = `
  select p.invoice_id from payments p
  where p.agency_id = app.agency_id() and p.kind = 'surplus'
    and p.amount_minor > coalesce((
      select sum(b.amount_minor) from payments b where b.agency_id = p.agency_id and b.surplus_id = p.id), 0)
    and not exists (
      select from refunds r where r.agency_id = p.agency_id and r.surplus_id = p.id and r.state = 'asked')`;
