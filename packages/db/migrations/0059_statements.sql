-- A reseller's statement is read from what was booked of its commission, period by period.
create index ledger_transfers_of_commission on ledger_transfers (agency_id, reseller_id, at, id)
  where source_kind in ('commission', 'payout');
