import type { App } from "@tenantry/core/kernel/ctx";
import { divideHalfEven } from "@tenantry/core/kernel/money";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import type pg from "pg";
import { type Market, rateBps } from "./market.ts";

const lanes = 4;

/**
 * Marks the first `count` invoices of a market as paid, as their sellers, and acts on each as the worker does; answers how many a second.
 * Throws unless every line of theirs has one decision, and the commission is what the rate makes of it.
 */
export async function payInvoices(
  app: App,
  admin: pg.Pool,
  { agencyId, fronts }: Market,
  count: number,
): Promise<number> {
  const { rows: invoices } = await admin.query<{ id: string; seller: string }>(
    `select id, seller_id as seller from invoices where agency_id = $1 order by issued_at, seller_id, number limit $2`,
    [agencyId, count],
  );
  const sellers = new Map(
    await Promise.all(fronts.map(async ({ seller }) => [seller.id, await seller.ctx()] as const)),
  );
  const waiting = [...invoices];
  const began = performance.now();
  const lane = async () => {
    for (let invoice = waiting.shift(); invoice; invoice = waiting.shift()) {
      await markPaid(sellers.get(invoice.seller)!, { id: invoice.id, reference: "bank" });
      await takeUpPayments(app.pool, agencyId, invoice.id);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - began) / 1_000;
  await compareDecisions(
    admin,
    { agencyId, fronts },
    invoices.map(({ id }) => id),
  );
  return invoices.length / seconds;
}

async function compareDecisions(
  admin: pg.Pool,
  { agencyId, fronts }: Pick<Market, "agencyId" | "fronts">,
  invoices: string[],
): Promise<void> {
  const { rows } = await admin.query<{ front: string; net: bigint; decisions: number; amount: bigint }>(
    `select l.reseller_id as front, l.net_minor as net, count(c.id)::int as decisions, coalesce(sum(c.amount_minor), 0)::bigint as amount
     from invoice_lines l left join commissions c
       on c.agency_id = l.agency_id and c.invoice_id = l.invoice_id and c.position = l.position
     where l.agency_id = $1 and l.invoice_id = any ($2)
     group by l.invoice_id, l.position, l.reseller_id, l.net_minor`,
    [agencyId, invoices],
  );
  const earning = new Set(fronts.filter(({ earns }) => earns).map(({ accountId }) => accountId));
  for (const { front, net, decisions, amount } of rows) {
    const share = earning.has(front) ? divideHalfEven(net * BigInt(rateBps), 10_000n) : 0n;
    if (decisions !== 1 || amount !== share)
      throw new Error(
        `A line of ${net} has ${decisions} decisions that come to ${amount}, and should have one of ${share}`,
      );
  }
}
