import { divideHalfEven } from "@tenantry/core/kernel/money";
import type pg from "pg";
import { type Market, taxBps, terms } from "./market.ts";

const days = 28n;

/** What a month's invoices of `count` customers must come to, by seller: reckoned from what each was sold and has used. */
function expected({ fronts }: Market, count: number, month: number) {
  const sums = new Map<string, { invoices: number; lines: number; net: bigint; tax: bigint }>();
  for (let n = 1; n <= count; n++) {
    const units = days * BigInt(3 + ((n + month) % 5));
    const over = units > terms.included ? units - terms.included : 0n;
    const blocks = (over + terms.block - 1n) / terms.block;
    const nets = [terms.unit, blocks * terms.blockPrice].filter((net) => net > 0n);
    const seller = fronts[n % fronts.length]!.seller.id;
    const sum = sums.get(seller) ?? { invoices: 0, lines: 0, net: 0n, tax: 0n };
    sum.invoices += 1;
    sum.lines += nets.length;
    for (const net of nets) {
      sum.net += net;
      sum.tax += divideHalfEven(net * BigInt(taxBps), 10_000n);
    }
    sums.set(seller, sum);
  }
  return sums;
}

/**
 * Throws unless a month's run has made one invoice a subscription, its lines and tax what they must come to, its numbers without a gap from
 * the seller's first, and the books what the invoices say.
 */
export async function recount(
  admin: pg.Pool,
  market: Market,
  { count, from, month }: { count: number; from: string; month: number },
): Promise<void> {
  const { rows } = await admin.query<Record<string, string>>(
    `with issued as (
       select i.* from invoices i where i.agency_id = $1 and i.kind = 'invoice'
         and exists (select from invoice_lines l where l.agency_id = i.agency_id and l.invoice_id = i.id and l.kind = 'renewal'
           and l.period_from = $2)
     )
     select i.seller_id as seller, count(*) as invoices, count(distinct i.customer_id) as customers, sum(i.net_minor) as net,
       sum(i.tax_minor) as tax, max(i.number) as last, (select count(*) from invoices o where o.agency_id = $1 and o.seller_id = i.seller_id) as all,
       (select count(*) from invoice_lines l join issued o on o.id = l.invoice_id where l.agency_id = $1 and o.seller_id = i.seller_id) as lines,
       (select sum(t.amount_minor) from ledger_transfers t join issued o on o.id = t.source_id where t.agency_id = $1 and o.seller_id = i.seller_id) as booked
     from issued i group by i.seller_id`,
    [market.agencyId, from],
  );
  const sums = expected(market, count, month);
  if (rows.length !== sums.size) throw new Error(`${rows.length} sellers have invoices of ${from}`);
  for (const row of rows) {
    const { invoices, lines, net, tax } = sums.get(row.seller!)!;
    const is = [row.invoices, row.customers, row.lines, row.net, row.tax, row.booked, row.last];
    const should = [invoices, invoices, lines, net, tax, net + tax, row.all];
    if (is.join() !== should.join())
      throw new Error(`The month from ${from} is ${is}, and should be ${should}`);
  }
  const { rows: behind } = await admin.query(
    "select from subscriptions where agency_id = $1 and (state <> 'active' or period_from <> $2)",
    [market.agencyId, from],
  );
  if (behind.length > 0) throw new Error(`${behind.length} subscriptions are not in the period from ${from}`);
}
