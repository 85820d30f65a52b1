/**
 * Selects every movement of what resellers are owed by the agency `$1`, from what was booked: `kind` and the signed `amount`. `more` narrows
 * it, over the transfers `t`.
 */
export const movementsSql = (more: string) => `
  select t.id, t.at, t.reseller_id, t.currency, t.source_kind, t.source_id,
    case when t.source_kind = 'payout' then case t.kind when 'sent' then 'paid_out' else 'came_back' end
      when c.reason = 'adjustment' then 'adjusted' else t.kind end as kind,
    case when t.credit = 'commission_owed:' || t.reseller_id then t.amount_minor else -t.amount_minor end as amount
  from ledger_transfers t
  left join commissions c on t.source_kind = 'commission' and c.agency_id = t.agency_id and c.id = t.source_id
  where t.agency_id = $1 and t.book_id = $1 and t.source_kind in ('commission', 'payout')
    and 'commission_owed:' || t.reseller_id in (t.debit, t.credit) and ${more}`;

/** Sums of movements `m` up to `to`, whose month begins at `from`; both are parameters of the statement. */
export const sumsSql = (from: string) => `
  coalesce(sum(amount) filter (where at < ${from}), 0)::bigint as "openingMinor",
  coalesce(sum(amount) filter (where at >= ${from} and kind = 'earned'), 0)::bigint as "earnedMinor",
  coalesce(sum(amount) filter (where at >= ${from} and kind = 'taken_back'), 0)::bigint as "takenBackMinor",
  coalesce(sum(amount) filter (where at >= ${from} and kind = 'adjusted'), 0)::bigint as "adjustedMinor",
  coalesce(sum(amount) filter (where at >= ${from} and kind = 'paid_out'), 0)::bigint as "paidOutMinor",
  coalesce(sum(amount) filter (where at >= ${from} and kind = 'came_back'), 0)::bigint as "cameBackMinor",
  sum(amount)::bigint as "closingMinor"`;

/** Amounts as they come from the database. */
export interface Sums {
  openingMinor: bigint;
  earnedMinor: bigint;
  takenBackMinor: bigint;
  adjustedMinor: bigint;
  paidOutMinor: bigint;
  cameBackMinor: bigint;
  closingMinor: bigint;
}
