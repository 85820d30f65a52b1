import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";

/** What rows come to whose day is the same; `on` is null where nothing is invoiced. */
interface Sum {
  [column: string]: unknown;
  currency: string | null;
  on: string | null;
  count: number;
  customers: number;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

const sumsSql = `
  with found as (
    select outcome -> 'subscription' as sold, outcome ->> 'customerId' as there, outcome ->> 'company' as company
    from customer_import_rows where agency_id = $1 and import_id = $2 and state in ('ready', 'created')
  )
  select null as currency, null as on, 0 as count, count(distinct company)::int as customers,
    0::bigint as "netMinor", 0::bigint as "taxMinor", 0::bigint as "totalMinor"
  from found where there is null
  union all
  select sold ->> 'currency', sold #>> '{first,on}', count(*)::int, 0,
    coalesce(sum((sold #>> '{first,netMinor}')::bigint), 0)::bigint,
    coalesce(sum((sold #>> '{first,taxMinor}')::bigint), 0)::bigint,
    coalesce(sum((sold #>> '{first,totalMinor}')::bigint), 0)::bigint
  from found where jsonb_typeof(sold) = 'object'
  group by 1, 2
  order by 1, 2`;

/** What the rows that are ready, or were created, come to: customers, subscriptions, and the first invoices by currency and day. */
export async function readTotals({ tx, ctx }: Run, id: string) {
  const sums = await tx.named<Sum>("customer_import_totals", sumsSql, [ctx.tenant.agencyId, id]);
  const added = (rows: Sum[], of: "count" | "customers") => rows.reduce((sum, row) => sum + row[of], 0);
  return {
    customers: added(sums, "customers"),
    subscriptions: added(sums, "count"),
    uncharged: added(
      sums.filter(({ on }) => on === null),
      "count",
    ),
    firsts: sums.flatMap(({ currency, on, count, netMinor, taxMinor, totalMinor }) =>
      currency === null || on === null
        ? []
        : {
            ...{ currency, on, count },
            ...{ netMinor: asJson(netMinor), taxMinor: asJson(taxMinor), totalMinor: asJson(totalMinor) },
          },
    ),
  };
}
