import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { rangeDay } from "../kernel/day-range.ts";

/** Whose sales: the caller's own, or what others sold to whoever the caller sees. */
export const solds = ["own", "others"] as const;
export const reportGroups = ["customer", "reseller"] as const;
const columns = ["name", "revenue", "paid", "commission", "mrr"] as const;
export type SortColumn = (typeof columns)[number];
export const reportSorts = columns.flatMap((column) => [column, `-${column}` as const]);

const range = z.strictObject({
  /** Both days are included, in the billing zone; the month so far when left out. */
  from: rangeDay.optional(),
  to: rangeDay.optional(),
  sold: z.enum(solds).default("own"),
});

export const revenueInput = range;

const amount = z.int();

/** What happened on the days asked for. Every number is the sum of a list with the same filters. */
export const figures = z.object({
  /** Invoices issued. */
  netMinor: amount,
  taxMinor: amount,
  /** Credit notes issued; each goes with money that went back, tax included. */
  creditedNetMinor: amount,
  creditedTaxMinor: amount,
  /** Net of the invoices less net of the credit notes. */
  revenueMinor: amount,
  /** Invoices paid, tax included. */
  paidMinor: amount,
  /** Commission created, less what was taken back. */
  commissionMinor: amount,
  /** What the caller keeps of its own sales; null for what others sold. */
  marginMinor: amount.nullable(),
});
export type Figures = z.output<typeof figures>;

const days = { from: z.iso.date(), to: z.iso.date() };
/** What recurs in a month, as it is now, the sum of the list of subscriptions; null where the days do not reach to today. */
const mrrMinor = amount.nullable();

export const revenue = z.object({
  ...days,
  /** The days it is compared with. */
  before: z.object(days),
  sold: z.enum(solds),
  /** One for each currency: currencies are never added. */
  currencies: z.array(
    z.object({
      currency: z.string(),
      now: figures,
      before: figures,
      mrrMinor,
      /** Every calendar month the range touches, with what lies in the range. */
      months: z.array(figures.extend({ month: z.string() })),
    }),
  ),
});

export const listInput = range.extend({
  by: z.enum(reportGroups).default("customer"),
  resellerId: id.optional(),
  sort: z.enum(reportSorts).default("-revenue"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const reportPage = z.object({
  ...days,
  rows: z.array(
    figures.extend({
      /** The customer's or reseller's id; the agency's for what was sold without a reseller. */
      accountId: z.string(),
      name: z.string(),
      direct: z.boolean(),
      /** A reseller that buys for itself, among customers. */
      wholesale: z.boolean(),
      currency: z.string(),
      mrrMinor,
    }),
  ),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
