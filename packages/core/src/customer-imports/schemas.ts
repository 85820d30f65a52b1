import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { columnsOf, defaultsOf, importFacts, importRow, pageEnds } from "../imports/schemas.ts";
import { intervals } from "../plans/terms.ts";

/** What of a row says who the customer is; rows of one name and partner are of one customer. */
export const customerFields = [
  "email",
  "externalId",
  "type",
  "active",
  "rate",
  "country",
  "address",
  "taxId",
] as const;

/** What of a row says which subscription it has. */
export const subscriptionFields = [
  "plan",
  "currency",
  "interval",
  "quantity",
  "startsOn",
  "nextInvoiceOn",
  "trialUntil",
  "cancelled",
] as const;

export const importFields = ["name", "partner", ...customerFields, ...subscriptionFields] as const;
export type ImportField = (typeof importFields)[number];

/** Fields that one value can stand for where a row leaves them empty. */
export const defaultedFields = ["partner", "country"] as const;

const columns = columnsOf(importFields);
const defaults = defaultsOf(defaultedFields);

export const checkInput = z.strictObject({ id, columns, defaults: defaults.default({}) });

const amount = z.int();
const money = { count: z.int(), netMinor: amount, taxMinor: amount, totalMinor: amount };

/** What the rows that are ready, or were created, come to. */
const totals = z.object({
  /** Customers that are made, and subscriptions. */
  customers: z.int(),
  subscriptions: z.int(),
  /** Subscriptions that get no invoice: they end with what runs, or cost nothing. */
  uncharged: z.int(),
  /** The first invoices, by currency and day. */
  firsts: z.array(z.object({ currency: z.string(), on: z.string(), ...money })),
});

export const customerImport = importFacts.extend({
  /** The columns chosen last; before that, those whose names say what they are. */
  columns,
  defaults,
  /** What a column can be for whoever asks: a reseller's customers are its own. */
  fields: z.array(z.enum(importFields)),
  defaulted: z.array(z.enum(defaultedFields)),
  totals,
});

const period = z.object({ from: z.string(), to: z.string() });

/** What a row was found to come to; creating does that and nothing else. */
const outcome = z.object({
  /** The customer that it adds to; null where it makes one. */
  customerId: z.string().nullable(),
  /** The reseller it is made under; null for a direct customer of whoever asks. */
  sellerName: z.string().nullable(),
  subscription: z
    .object({
      planName: z.string(),
      quantity: z.int(),
      currency: z.string(),
      interval: z.enum(intervals),
      /** What runs now and is not invoiced. */
      period,
      trial: z.boolean(),
      /** It ends with what runs. */
      cancelled: z.boolean(),
      /** Null where it ends with what runs, or costs nothing. */
      first: z.object({ on: z.string(), netMinor: amount, taxMinor: amount, totalMinor: amount }).nullable(),
    })
    .nullable(),
});

const row = importRow.extend({
  customerId: z.string().nullable(),
  /** The customer's name where it was created. */
  customerName: z.string().nullable(),
  outcome: outcome.nullable(),
});

export const importRowPage = z.object({ rows: z.array(row), ...pageEnds });
