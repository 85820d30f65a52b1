import type { z } from "zod";
import type { Run } from "../kernel/verb.ts";
import { type Paid, paidFor } from "./paid.ts";
import type { runInput } from "./schemas.ts";

/** Why something that is due stays. */
export const leftReasons = ["below_minimum", "nothing_due", "no_exchange_rate"] as const;

/** What one reseller has coming in one currency. */
export interface Due {
  resellerId: string;
  distributorId: string;
  name: string;
  currency: string;
  amountMinor: bigint;
  lines: number;
  /** What is sent for it where that is another currency. */
  paid: Paid | undefined;
  left: (typeof leftReasons)[number] | null;
}

interface Row {
  resellerId: string;
  distributorId: string;
  name: string;
  currency: string;
  payoutCurrency: string | null;
  rate: string | null;
  source: string | null;
  /** Sums of lines, as text, by the rate that counted when they were decided; null = none did, or for another currency. */
  parts: { rate: string | null; amount: string; lines: number }[];
}

// A line is due when its hold is over, no payout has it and nobody disputes it.
const dueSql = `
  select d.*, e.rate::text, e.source
  from (
    select reseller_id as "resellerId", distributor_id as "distributorId", name, currency, nullif(payout_currency, currency) as "payoutCurrency",
      jsonb_agg(jsonb_build_object('rate', rate, 'amount', amount::text, 'lines', lines)) as parts
    from (
      select c.reseller_id, c.distributor_id, a.name, c.currency, r.payout_currency,
        case when c.payout_currency = r.payout_currency then c.exchange_rate::text end as rate,
        sum(c.amount_minor)::bigint as amount, count(*)::int as lines
      from commissions c
      join accounts a on a.agency_id = c.agency_id and a.id = c.reseller_id
      join resellers r on r.agency_id = c.agency_id and r.id = c.reseller_id
      where c.agency_id = $1 and c.outcome = 'created' and c.payable_at <= $2
        and ($3::uuid is null or c.reseller_id = $3) and not c.reseller_id = any($4)
        and not exists (
          select from payout_lines l
          where l.agency_id = c.agency_id and l.commission_id = c.id and l.released_at is null)
        and not exists (
          select from commission_disputes d
          where d.agency_id = c.agency_id and d.invoice_id = c.invoice_id and d.position = c.position and d.settled_at is null)
      group by 1, 2, 3, 4, 5, 6) by_rate
    group by 1, 2, 3, 4, 5) d
  left join lateral (
    select rate, source from exchange_rates
    where agency_id = $1 and from_currency = d.currency and to_currency = d."payoutCurrency"
    order by created_at desc, id desc limit 1) e on true
  order by lower(d.name), d."resellerId", d.currency`;

/** Everything that is due now, and why some of it stays. The one reckoning behind the preview and the payout itself. */
export async function readDue(
  { tx, ctx }: Run,
  { resellerId, exclude, minimumMinor }: z.output<typeof runInput>,
): Promise<Due[]> {
  const values = [ctx.tenant.agencyId, ctx.now, resellerId ?? null, exclude];
  const rows = await tx.named<Row>("commissions_due", dueSql, values);
  return rows.map(({ parts, payoutCurrency, rate, source, ...whose }) => {
    const sums = parts.map((part) => ({ rate: part.rate, amountMinor: BigInt(part.amount) }));
    const amountMinor = sums.reduce((sum, part) => sum + part.amountMinor, 0n);
    const lines = parts.reduce((sum, part) => sum + part.lines, 0);
    const due = { ...whose, amountMinor, lines };
    const minimum = BigInt(minimumMinor);
    if (!payoutCurrency) return { ...due, paid: undefined, left: leftBehind(amountMinor, minimum) };
    if (!rate || !source) return { ...due, paid: undefined, left: "no_exchange_rate" };
    const paid = paidFor(sums, whose.currency, { currency: payoutCurrency, rate, source });
    const nothing = paid.amountMinor <= 0n ? ("nothing_due" as const) : null;
    return { ...due, paid, left: leftBehind(amountMinor, minimum) ?? nothing };
  });
}

/** Why a sum does not go out; null where it does. Pure. */
export function leftBehind(amountMinor: bigint, minimumMinor: bigint): Due["left"] {
  if (amountMinor <= 0n) return "nothing_due";
  return amountMinor < minimumMinor ? "below_minimum" : null;
}

/** What goes out, by the currency it is sent in. */
export function totalsOf(due: readonly Due[]) {
  const totals = new Map<string, { currency: string; amountMinor: bigint; payouts: number }>();
  for (const { paid, left, ...own } of due) {
    if (left) continue;
    const { currency, amountMinor } = paid ?? own;
    const total = totals.get(currency) ?? { currency, amountMinor: 0n, payouts: 0 };
    totals.set(currency, {
      currency,
      amountMinor: total.amountMinor + amountMinor,
      payouts: total.payouts + 1,
    });
  }
  return [...totals.values()];
}
