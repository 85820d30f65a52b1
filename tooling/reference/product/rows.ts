import type { Day } from "../days.ts";
import type { RateSource } from "../rates.ts";
import type { Product } from "./product.ts";

/** The product's rows of one agency, as they are. */
export type Rows = Awaited<ReturnType<typeof readRows>>;

export async function readRows({ stage, agencyId, zone }: Product) {
  const read = async <Row>(name: string, text: string, values: unknown[] = [agencyId]) =>
    (await stage.eyes.query<Row & object>({ name, text, values })).rows;
  const [subscriptions, papers, lines, counts, commissions, payouts, payoutLines, transfers] =
    await Promise.all([
      read<SubscriptionRow>("subscriptions", subscriptionsSql),
      read<PaperRow>("papers", papersSql, [agencyId, zone]),
      read<LineRow>("lines", linesSql),
      read<CountRow>("counts", countsSql),
      read<CommissionRow>("commissions", commissionsSql, [agencyId, zone]),
      read<PayoutRow>("payouts", payoutsSql, [agencyId, zone]),
      read<PayoutLineRow>("payout lines", payoutLinesSql),
      read<TransferRow>("transfers", transfersSql),
    ]);
  return { subscriptions, papers, lines, counts, commissions, payouts, payoutLines, transfers };
}

export interface SubscriptionRow {
  id: string;
  customer: string;
  reseller: string;
  seller: string;
  state: "trial" | "active" | "ended";
  plan: string;
  unitPrice: bigint;
  quantity: number;
  currency: string;
  interval: "month" | "year";
  anchor: Day;
  period: number;
  from: Day;
  to: Day;
  cancelled: boolean;
  nextPlan: string | null;
  nextUnitPrice: bigint | null;
  nextQuantity: number | null;
}

const subscriptionsSql = `
  select id, customer_id as customer, reseller_id as reseller, seller_id as seller, state, plan_name as plan, unit_minor as "unitPrice", quantity,
    currency, billed_every as "interval", anchor, period, period_from as "from", period_to as "to",
    cancelled_at is not null as cancelled, next_plan_name as "nextPlan", next_unit_minor as "nextUnitPrice",
    next_quantity as "nextQuantity"
  from subscriptions where agency_id = $1`;

/** An invoice, or the credit note of one. */
export interface PaperRow {
  id: string;
  kind: "invoice" | "credit_note";
  of: string | null;
  seller: string;
  customer: string;
  reseller: string;
  number: bigint;
  currency: string;
  net: bigint;
  tax: bigint;
  total: bigint;
  issuedOn: Day;
  dueOn: Day;
  state: string | null;
  paidOn: Day | null;
  refunded: bigint | null;
}

// It is due until the end of a day, which is the beginning of the next.
const papersSql = `
  select i.id, i.kind, i.invoice_id as "of", i.seller_id as seller, i.customer_id as customer, i.reseller_id as reseller, i.number,
    i.currency,
    i.net_minor as net, i.tax_minor as tax, i.total_minor as total, (i.issued_at at time zone $2)::date as "issuedOn",
    (i.due_at at time zone $2)::date - 1 as "dueOn", s.state, (s.paid_at at time zone $2)::date as "paidOn",
    s.refunded_minor as refunded
  from invoices i
  left join invoice_states s on s.agency_id = i.agency_id and s.invoice_id = i.id
  where i.agency_id = $1
  order by i.seller_id, i.kind, i.number`;

export interface LineRow {
  paper: string;
  position: number;
  kind: string;
  subscription: string;
  plan: string;
  quantity: number;
  from: Day;
  to: Day;
  meter: string | null;
  net: bigint;
  tax: bigint;
  taxBps: number;
  rateSource: RateSource | null;
  rateBps: number | null;
  none: string | null;
}

const linesSql = `
  select invoice_id as paper, position, kind, subscription_id as subscription, plan_name as plan, quantity,
    period_from as "from", period_to as "to", (
      select o.meter from overages o where o.agency_id = l.agency_id and o.invoice_id = l.invoice_id
        and o.position = l.position and o.billed_minor > 0) as meter, net_minor as net, tax_minor as tax, tax_bps as "taxBps",
    rate_source as "rateSource", rate_bps as "rateBps", no_commission as "none"
  from invoice_lines l where agency_id = $1
  order by invoice_id, position`;

/** A meter in a period that was counted, and what was charged of it by now. */
export interface CountRow {
  customer: string;
  buyer: string;
  subscription: string;
  meter: string;
  from: Day;
  to: Day;
  countedFrom: Day;
  included: bigint;
  block: bigint;
  price: bigint;
  billed: bigint;
}

const countsSql = `
  select customer_id as customer, buyer_id as buyer, subscription_id as subscription, meter, period_from as "from", period_to as "to",
    counted_from as "countedFrom", included_units as included, block_units as block, block_minor as price,
    sum(billed_minor)::bigint as billed
  from overages where agency_id = $1
  group by customer_id, buyer_id, subscription_id, meter, period_from, period_to, counted_from, included_units, block_units, block_minor`;

export interface CommissionRow {
  id: string;
  invoice: string;
  position: number;
  reseller: string;
  currency: string;
  outcome: string;
  reason: string;
  rateBps: number | null;
  base: bigint;
  amount: bigint;
  payableOn: Day;
  creditNote: string | null;
}

const commissionsSql = `
  select c.id, c.invoice_id as invoice, c.position, c.reseller_id as reseller, c.currency, c.outcome, c.reason,
    c.rate_bps as "rateBps", c.base_minor as base, c.amount_minor as amount,
    (c.payable_at at time zone $2)::date as "payableOn", p.credit_note_id as "creditNote"
  from commissions c
  join payments p on p.agency_id = c.agency_id and p.id = c.payment_id
  where c.agency_id = $1`;

export interface PayoutRow {
  id: string;
  reseller: string;
  currency: string;
  amount: bigint;
  state: "draft" | "sent" | "completed" | "failed" | "cancelled";
  cutOff: Day;
}

const payoutsSql = `
  select id, reseller_id as reseller, currency, amount_minor as amount, state, (cut_off at time zone $2)::date as "cutOff"
  from payouts where agency_id = $1`;

export interface PayoutLineRow {
  payout: string;
  commission: string;
  released: boolean;
}

const payoutLinesSql = `
  select payout_id as payout, commission_id as commission, released_at is not null as released
  from payout_lines where agency_id = $1`;

export interface TransferRow {
  book: string;
  currency: string;
  debit: string;
  credit: string;
  amount: bigint;
}

const transfersSql = `
  select book_id as book, currency, debit, credit, amount_minor as amount from ledger_transfers where agency_id = $1`;
