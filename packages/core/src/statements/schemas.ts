import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

/** "2027-04", in the agency's billing zone. */
const month = z.string().regex(/^(20|21)\d{2}-(0[1-9]|1[0-2])$/, "date_wrong");

export const statementSorts = ["name", "-name", "closing", "-closing"] as const;

/** What can happen to what a reseller is owed. */
export const movements = ["earned", "taken_back", "adjusted", "paid_out", "came_back"] as const;

const sums = {
  currency: z.string(),
  /** Owed when the month began. */
  openingMinor: z.int(),
  earnedMinor: z.int(),
  /** Below zero, as is what was paid out. */
  takenBackMinor: z.int(),
  adjustedMinor: z.int(),
  paidOutMinor: z.int(),
  /** Of payouts that failed: it is owed again. */
  cameBackMinor: z.int(),
  /** Owed when the month ended, or now while it runs; the sum of all of these. */
  closingMinor: z.int(),
};

const reseller = z.object({ id: z.string(), name: z.string() });

export const listInput = z.strictObject({
  /** Now, if left out. */
  month: month.optional(),
  /** Part of a reseller's name. */
  search: z.string().trim().max(200, "too_long").optional(),
  sort: z.enum(statementSorts).default("name"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const statementPage = z.object({
  month: z.string(),
  statements: z.array(z.object({ reseller, ...sums })),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const readInput = z.strictObject({
  /** For an agency: whose. A reseller reads its own. */
  resellerId: id.optional(),
  month: month.optional(),
});

export const statement = z.object({
  month: z.string(),
  /** The month's days, both included. */
  from: z.string(),
  to: z.string(),
  reseller,
  /** Who owes it, by its legal name. */
  payer: z.string(),
  currencies: z.array(
    z.object({
      ...sums,
      /** Of what is owed at the end, what still waits in case a payment goes back. */
      heldMinor: z.int(),
    }),
  ),
});

export const linesInput = readInput.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const linePage = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      at: instant,
      kind: z.enum(movements),
      currency: z.string(),
      /** Below zero where less is owed by it. */
      amountMinor: z.int(),
      /** Of a decision: what it is about. */
      commission: z
        .object({
          id: z.string(),
          invoice: z.object({ id: z.string(), code: z.string() }),
          customer: z.string(),
        })
        .nullable(),
      payout: z.object({ id: z.string(), code: z.string() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** Lines that a printed statement holds; the file of lines has all. */
export const mostPrinted = 2_000;

export const printed = statement.extend({
  front: z.object({ name: z.string(), color: z.string() }),
  zone: z.string(),
  lines: linePage.shape.lines,
  /** No line is left off. */
  isWhole: z.boolean(),
  asOf: instant,
});
export type Printed = z.output<typeof printed>;
