import type { Tx } from "@tenantry/db";
import type { Day } from "../kernel/clock.ts";
import { arrayLiteral } from "../usage/array-literal.ts";

/** What a subscription's plan says of a meter; `includedUnits` are those of a month. */
export interface TermsRow {
  [column: string]: unknown;
  subscriptionId: string;
  active: boolean;
  meter: string;
  kind: "counter" | "gauge";
  includedUnits: bigint;
  blockUnits: bigint;
  payer: "agency" | "reseller" | "customer";
  blockMinor: bigint | null;
  /** Who is charged for more; null where nobody is. */
  buyerId: string | null;
}

/** What the subscriptions of a customer that have not ended say of each meter, the one sold first first. */
export function readTerms(tx: Tx, customerId: string): Promise<TermsRow[]> {
  return tx.named<TermsRow>("metered_terms", termsSql, [customerId]);
}

const termsSql = `
  select subscription_id as "subscriptionId", active, meter, kind, included_units as "includedUnits",
    block_units as "blockUnits", payer, block_minor as "blockMinor", buyer_id as "buyerId"
  from app.metered_terms($1)`;

/** A period that was counted: by which terms, what it was when it was last charged, and what it is now. */
export interface CountRow {
  [column: string]: unknown;
  subscriptionId: string;
  planId: string;
  planName: string;
  sellerId: string;
  buyerId: string;
  currency: string;
  meter: string;
  from: Day;
  to: Day;
  countedFrom: Day;
  includedUnits: bigint;
  blockUnits: bigint;
  blockMinor: bigint;
  step: number;
  lastUnits: bigint;
  billedMinor: bigint;
  units: bigint;
}

/** Every period of a customer that was counted, the oldest first. */
export function readCounts(tx: Tx, agencyId: string, customerId: string): Promise<CountRow[]> {
  return tx.named<CountRow>("overage_counts", countsSql, [agencyId, customerId]);
}

/** Units of account $2 and meter `m` up to a day: of a counter those since another, of a gauge the last value. */
const unitsSql = (from: string, to: string) => `
    case m.kind
      when 'counter' then (select coalesce(sum(d.quantity), 0) from usage_days d
        where d.agency_id = $1 and d.account_id = $2 and d.meter = m.key and d.day >= ${from} and d.day < ${to})
      else coalesce((select d.quantity from usage_days d
        where d.agency_id = $1 and d.account_id = $2 and d.meter = m.key and d.day < ${to} order by d.day desc limit 1), 0)
    end::bigint`;

const countsSql = `
  select o.subscription_id as "subscriptionId", s.plan_id as "planId", s.plan_name as "planName", s.seller_id as "sellerId",
    o.buyer_id as "buyerId", s.currency, o.meter, o.period_from as "from", o.period_to as "to", o.counted_from as "countedFrom",
    o.included_units as "includedUnits", o.block_units as "blockUnits", o.block_minor as "blockMinor", o.step,
    o.units as "lastUnits", o.billed as "billedMinor", ${unitsSql("o.counted_from", "o.period_to")} as units
  from (
    select distinct on (subscription_id, meter, period_from) *,
      sum(billed_minor) over (partition by subscription_id, meter, period_from)::bigint as billed
    from overages where agency_id = $1 and customer_id = $2
    order by subscription_id, meter, period_from, step desc
  ) o
  join subscriptions s on s.agency_id = $1 and s.id = o.subscription_id
  join meters m on m.agency_id = $1 and m.key = o.meter
  order by o.period_to, o.period_from, o.subscription_id`;

/** Units of a customer's meters, each from a day of its own up to another, which is not counted. */
export async function readUnits(
  tx: Tx,
  agencyId: string,
  customerId: string,
  meters: { meter: string; countedFrom: Day }[],
  to: Day,
): Promise<Map<string, bigint>> {
  if (meters.length === 0) return new Map();
  const rows = await tx.named<{ meter: string; units: bigint }>("overage_units", periodSql, [
    ...[agencyId, customerId],
    arrayLiteral(meters.map(({ meter }) => meter)),
    arrayLiteral(meters.map(({ countedFrom }) => countedFrom)),
    to,
  ]);
  return new Map(rows.map(({ meter, units }) => [meter, units]));
}

const periodSql = `
  select m.key as meter, ${unitsSql("w.since", "$5::date")} as units
  from unnest($3::text[], $4::date[]) w (meter, since)
  join meters m on m.agency_id = $1 and m.key = w.meter`;
