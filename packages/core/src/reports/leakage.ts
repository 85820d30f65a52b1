import type { z } from "zod";
import { type Day, dayOf, daysBetween, plusDays, startOf } from "../kernel/clock.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { type LeakColumn, leakageInput, leakagePage, type leakKinds } from "./leakage-schemas.ts";
import { leaksSql } from "./leaks-sql.ts";

interface Row {
  [column: string]: unknown;
  id: string;
  place: string;
  kind: (typeof leakKinds)[number];
  since: Day;
  customerId: string;
  customerName: string;
  resellerId: string;
  resellerName: string | null;
  subscriptionId: string | null;
  subscriptionCode: string;
  plan: string;
  invoiceId: string | null;
  invoiceCode: string;
  currency: string;
  amountMinor: bigint;
  from: Day | null;
  to: Day | null;
  quantity: number | null;
  billedQuantity: number | null;
}

const keys: Record<LeakColumn, { of: string; type: string }> = {
  since: { of: "since", type: "date" },
  customer: { of: `lower("customerName")`, type: "text" },
  amount: { of: `"amountMinor"`, type: "bigint" },
};

// $7 kind, $8 reseller, $9 customer, $10 and $11 what is searched, as a pattern and as the beginning of a number.
const namedSql = `
  select l.kind, l.since, l.customer_id as "customerId", l.reseller_id as "resellerId", l.currency,
    coalesce(c.name, i.buyer ->> 'name', '–') as "customerName", r.name as "resellerName",
    l.subscription_id as "subscriptionId", s.code as "subscriptionCode", s.plan_name as plan,
    l.invoice_id as "invoiceId", i.code as "invoiceCode", l.amount_minor as "amountMinor",
    l.period_from as "from", l.period_to as "to", l.quantity, l.billed_quantity as "billedQuantity",
    concat_ws(' ', l.kind, l.subscription_id, l.invoice_id, l.position, l.period_from) as id
  from (${leaksSql}) l
  left join subscriptions s on s.agency_id = $1 and s.id = l.subscription_id
  left join invoices i on i.agency_id = $1 and i.id = l.invoice_id
  left join accounts c on c.agency_id = $1 and c.id = l.customer_id
  left join accounts r on r.agency_id = $1 and r.id = l.reseller_id
  where ($7::text is null or l.kind = $7) and ($8::uuid is null or l.reseller_id = $8)
    and ($9::uuid is null or l.customer_id = $9)
    and ($10::text is null or coalesce(c.name, i.buyer ->> 'name') ilike $10 or starts_with(s.code, $11) or starts_with(i.code, $11))`;

/**
 * What runs and was not billed, was billed and did not run, was billed otherwise than it runs, or has long been unpaid. A distributor sells
 * nothing.
 */
export const reportLeakage = query("report.leakage", {
  input: leakageInput,
  output: leakagePage,
  run: async (run, input) => {
    const { ctx, tx } = run;
    if (ctx.scope.kind === "distributor") return { leaks: [], next: null, previous: null };
    // The sort was one of the schema's.
    const { of: key, type } = keys[input.sort.replace(/^-/, "") as LeakColumn];
    const { rows, next, previous } = await listPage(ctx, "report.leakage", input, (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const [beyond, order] = descending ? ["<", "desc"] : [">", "asc"];
      return tx.named<Row>(
        undefined,
        `with named as (${namedSql})
         select *, ${key}::text as place from named
         where $12::text is null or (${key}, id) ${beyond} ($12::${type}, $13::text)
         order by ${key} ${order}, id ${order} limit $14`,
        [...valuesOf(run, input), place.key, place.id, limit],
      );
    });
    const today = dayOf(ctx.now, ctx.tenant.billingZone);
    return { leaks: rows.map((row) => shown(row, today, ctx.scope.account)), next, previous };
  },
});

function valuesOf({ ctx }: Run, asked: z.output<typeof leakageInput>) {
  const { agencyId, billingZone } = ctx.tenant;
  const today = dayOf(ctx.now, billingZone);
  const { account } = ctx.scope;
  return [
    ...[agencyId, account, account === agencyId, ctx.now.toISOString(), billingZone],
    // It is due before the next day begins: the first day past due is that one.
    startOf(plusDays(today, -asked.days), billingZone),
    ...[asked.kind ?? null, asked.resellerId ?? null, asked.customerId ?? null],
    ...[asked.search ? likePattern(asked.search) : null, asked.search?.toUpperCase() ?? ""],
  ];
}

function shown(row: Row, today: Day, caller: string) {
  const { id, kind, since, currency, from, quantity, billedQuantity, resellerId, resellerName } = row;
  const isUnpaid = kind === "unpaid_over_days";
  return {
    ...{ id, kind, since, currency, quantity, billedQuantity },
    customer: { id: row.customerId, name: row.customerName },
    wholesale: row.customerId === resellerId,
    reseller: resellerName !== null && resellerId !== caller ? { id: resellerId, name: resellerName } : null,
    subscription:
      row.subscriptionId === null
        ? null
        : { id: row.subscriptionId, code: row.subscriptionCode, plan: row.plan },
    invoice: row.invoiceId === null ? null : { id: row.invoiceId, code: row.invoiceCode },
    amountMinor: asJson(row.amountMinor),
    period: from === null ? null : { from, to: row.to },
    daysLate: isUnpaid ? daysBetween(since, today) : null,
  };
}
