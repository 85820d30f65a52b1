import { dayOf, type Period, plusDays, startOf } from "../kernel/clock.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { includedBpsSql } from "../legal-entities/prices.ts";
import type { Figures, solds } from "./schemas.ts";

export type Sold = (typeof solds)[number];

/**
 * Everything of a report, one row for each document, payment and decision. $1 agency, $2 and $3 the instants between which it
 * happened, $4 the caller's account, $5 whether its own sales are meant, $6 whether commission is earned on them, $7 a
 * reseller. The conditions are those of the lists of invoices and commissions, which the numbers have to equal.
 */
export const movesSql = `
  select i.currency, i.reseller_id, i.customer_id, i.issued_at as at,
    case i.kind when 'invoice' then i.net_minor else 0 end as net,
    case i.kind when 'invoice' then i.tax_minor else 0 end as tax,
    case i.kind when 'credit_note' then i.net_minor else 0 end as credited_net,
    case i.kind when 'credit_note' then i.tax_minor else 0 end as credited_tax,
    0::bigint as paid, 0::bigint as commission
  from invoices i
  where i.agency_id = $1 and i.issued_at >= $2 and i.issued_at < $3 and (i.seller_id = $4) = $5 and i.customer_id <> $4
    and ($7::uuid is null or i.reseller_id = $7)
  union all
  select i.currency, i.reseller_id, i.customer_id, s.paid_at, 0, 0, 0, 0, i.total_minor, 0
  from invoice_states s
  join invoices i on i.agency_id = s.agency_id and i.id = s.invoice_id
  where s.agency_id = $1 and s.paid_at >= $2 and s.paid_at < $3 and (i.seller_id = $4) = $5 and i.customer_id <> $4
    and ($7::uuid is null or i.reseller_id = $7)
  union all
  select c.currency, c.reseller_id, c.customer_id, c.at, 0, 0, 0, 0, 0, c.amount_minor
  from commissions c
  where $6 and c.agency_id = $1 and c.at >= $2 and c.at < $3 and c.outcome = 'created'
    and ($7::uuid is null or c.reseller_id = $7)`;

/**
 * What recurs now, one row for each subscription; $1 agency, the others by where they stand in the statement. The conditions are
 * those of the list of subscriptions.
 */
export const recurringSql = ({ caller, own, reseller, now }: typeof inList) => `
  select s.currency, s.reseller_id, s.customer_id, app.monthly_minor(s, ${now}::timestamptz, ${includedBpsSql("s.seller_id")}) as monthly
  from subscriptions s
  where s.agency_id = $1 and s.state = 'active' and (s.seller_id = ${caller}) = ${own} and s.customer_id <> ${caller}
    and (${reseller}::uuid is null or s.reseller_id = ${reseller})`;

/** Beside everything else of a report, whose parameters it shares; `now` null = it is left out. */
const inList = { caller: "$4", own: "$5", reseller: "$7", now: "$11" };
export const movesAndRecurringSql = `
  select moves.*, 0::bigint as monthly from (${movesSql}) moves
  union all
  select r.currency, r.reseller_id, r.customer_id, null, 0, 0, 0, 0, 0, 0, r.monthly
  from (${recurringSql(inList)}) r where r.monthly > 0 and ${inList.now}::text is not null`;

/** Does a report reach to now? What recurred on a day that is over is not kept. */
export function reachesNow({ ctx }: Pick<Run, "ctx">, { from, to }: Period): boolean {
  const today = dayOf(ctx.now, ctx.tenant.billingZone);
  return from <= today && today <= to;
}

export const sumsSql = `
  sum(net)::bigint as net, sum(tax)::bigint as tax, sum(credited_net)::bigint as "creditedNet",
  sum(credited_tax)::bigint as "creditedTax", sum(paid)::bigint as paid, sum(commission)::bigint as commission`;

export interface Sums {
  net: bigint;
  tax: bigint;
  creditedNet: bigint;
  creditedTax: bigint;
  paid: bigint;
  commission: bigint;
}

/** The statement's values: days from the first of `from` to the last of `to`. */
export function movesValues(
  { ctx }: Pick<Run, "ctx">,
  { from, to }: Period,
  sold: Sold,
  resellerId?: string,
) {
  const { agencyId, billingZone } = ctx.tenant;
  const own = sold === "own";
  // Commission is earned on the agency's sales alone: it is the agency's cost, and what a reseller gets of what is not its own.
  const earning = own === (ctx.scope.account === agencyId);
  return [
    ...[agencyId, startOf(from, billingZone), startOf(plusDays(to, 1), billingZone)],
    ...[ctx.scope.account, own, earning, resellerId ?? null],
  ];
}

export function figuresOf(rows: readonly Sums[], sold: Sold): Figures {
  const sum = (column: keyof Sums) => rows.reduce((all, row) => all + row[column], 0n);
  const revenue = sum("net") - sum("creditedNet");
  return {
    netMinor: asJson(sum("net")),
    taxMinor: asJson(sum("tax")),
    creditedNetMinor: asJson(sum("creditedNet")),
    creditedTaxMinor: asJson(sum("creditedTax")),
    revenueMinor: asJson(revenue),
    paidMinor: asJson(sum("paid")),
    commissionMinor: asJson(sum("commission")),
    marginMinor: sold === "own" ? asJson(revenue - sum("commission")) : null,
  };
}
