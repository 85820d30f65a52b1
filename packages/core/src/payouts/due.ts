import type { z } from "zod";
import type { Run } from "../kernel/verb.ts";
import type { runInput } from "./schemas.ts";

/** What one reseller has coming in one currency. */
export interface Due {
  resellerId: string;
  distributorId: string;
  name: string;
  currency: string;
  amountMinor: bigint;
  lines: number;
  left: "below_minimum" | "nothing_due" | null;
}

// A line is due when its hold is over, no payout has it and nobody disputes it.
const dueSql = `
  select c.reseller_id as "resellerId", c.distributor_id as "distributorId", a.name, c.currency,
    sum(c.amount_minor)::bigint as "amountMinor", count(*)::int as lines
  from commissions c
  join accounts a on a.agency_id = c.agency_id and a.id = c.reseller_id
  where c.agency_id = $1 and c.outcome = 'created' and c.payable_at <= $2
    and ($3::uuid is null or c.reseller_id = $3) and not c.reseller_id = any($4)
    and not exists (
      select from payout_lines l
      where l.agency_id = c.agency_id and l.commission_id = c.id and l.released_at is null)
    and not exists (
      select from commission_disputes d
      where d.agency_id = c.agency_id and d.invoice_id = c.invoice_id and d.position = c.position and d.settled_at is null)
  group by c.reseller_id, c.distributor_id, a.name, c.currency
  order by lower(a.name), c.reseller_id, c.currency`;

/** Everything that is due now, and why some of it stays. The one reckoning behind the preview and the payout itself. */
export async function readDue(
  { tx, ctx }: Run,
  { resellerId, exclude, minimumMinor }: z.output<typeof runInput>,
): Promise<Due[]> {
  const values = [ctx.tenant.agencyId, ctx.now, resellerId ?? null, exclude];
  const rows = await tx.named<Omit<Due, "left">>("commissions_due", dueSql, values);
  return rows.map((row) => ({ ...row, left: leftBehind(row.amountMinor, BigInt(minimumMinor)) }));
}

/** Why a sum does not go out; null where it does. Pure. */
export function leftBehind(amountMinor: bigint, minimumMinor: bigint): Due["left"] {
  if (amountMinor <= 0n) return "nothing_due";
  return amountMinor < minimumMinor ? "below_minimum" : null;
}

/** What goes out, by currency. */
export function totalsOf(due: readonly Due[]) {
  const totals = new Map<string, { currency: string; amountMinor: bigint; payouts: number }>();
  for (const { currency, amountMinor, left } of due) {
    if (left) continue;
    const total = totals.get(currency) ?? { currency, amountMinor: 0n, payouts: 0 };
    totals.set(currency, {
      currency,
      amountMinor: total.amountMinor + amountMinor,
      payouts: total.payouts + 1,
    });
  }
  return [...totals.values()];
}
