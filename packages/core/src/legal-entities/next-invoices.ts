import { subscriptions } from "@tenantry/db/schema";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type TaxedSeller, taxLines } from "../invoices/tax.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";

type Pricing = Pick<TaxedSeller, "taxId" | "taxBps" | "pricesIncludeTax">;

/** What the next periods of what a seller's customers run cost, by currency, as if all were taxed at home. */
interface Sums {
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

const priceSql = sql<bigint>`coalesce(${subscriptions.nextUnitMinor}, ${subscriptions.unitMinor})
  * coalesce(${subscriptions.nextQuantity}, ${subscriptions.quantity})`;

/** Running subscriptions that the caller's account sells and that go on, by currency and what their next period costs. */
async function readRunning({ tx, ctx }: Run) {
  return tx
    .select({
      currency: subscriptions.currency,
      price: priceSql.mapWith(BigInt),
      count: sql<number>`count(*)::int`,
    })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.agencyId, ctx.tenant.agencyId),
        eq(subscriptions.sellerId, ctx.scope.account),
        ne(subscriptions.state, "ended"),
        isNull(subscriptions.cancelledAt),
      ),
    )
    .groupBy(subscriptions.currency, priceSql)
    .orderBy(subscriptions.currency);
}

/** How many running subscriptions another meaning of prices reaches. */
export async function countRunning(run: Run): Promise<number> {
  return (await readRunning(run)).reduce((all, { count }) => all + count, 0);
}

/** What the next periods come to as prices are meant now and as they would be, by the function that taxes invoices. */
export async function readNextInvoices(run: Run, before: Pricing, after: Pricing) {
  const rows = await readRunning(run);
  const currencies = [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    return {
      currency,
      count: own.reduce((all, { count }) => all + count, 0),
      before: shown(sumsOf(own, currency, before)),
      after: shown(sumsOf(own, currency, after)),
    };
  });
  return { subscriptions: rows.reduce((all, { count }) => all + count, 0), currencies };
}

function sumsOf(rows: { price: bigint; count: number }[], currency: string, seller: Pricing): Sums {
  const bps = seller.taxId ? seller.taxBps : 0;
  const sums = { netMinor: 0n, taxMinor: 0n, totalMinor: 0n };
  for (const { price, count } of rows) {
    if (price === 0n) continue;
    const [line] = taxLines([{ currency, amountMinor: price }], seller, { bps, reason: "standard" });
    const { netMinor, taxMinor } = line!;
    sums.netMinor += netMinor * BigInt(count);
    sums.taxMinor += taxMinor * BigInt(count);
    sums.totalMinor += (netMinor + taxMinor) * BigInt(count);
  }
  return sums;
}

const shown = ({ netMinor, taxMinor, totalMinor }: Sums) => ({
  ...{ netMinor: asJson(netMinor), taxMinor: asJson(taxMinor), totalMinor: asJson(totalMinor) },
});
