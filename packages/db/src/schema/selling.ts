import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, decimal, instant, scopeColumns } from "./columns.ts";

const minor = (name: string) => bigint(name, { mode: "bigint" });
const customerId = () => uuid("customer_id").notNull();

export const customers = pgTable(
  "customers",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    type: text("type", { enum: ["customer", "internal"] })
      .notNull()
      .default("customer"),
    address: text("address").notNull().default(""),
    taxId: text("tax_id"),
    /** "infinity" while it has no subscription. */
    comingExpiry: date("coming_expiry").notNull().default("infinity"),
    claimedUntil: instant("claimed_until").notNull().default(sql`now() + interval '90 days'`),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const subscriptions = pgTable(
  "subscriptions",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    code: text("code").notNull(),
    sellerId: uuid("seller_id").notNull(),
    state: text("state", { enum: ["trial", "active", "ended"] }).notNull(),
    planId: uuid("plan_id").notNull(),
    versionId: uuid("version_id").notNull(),
    planName: text("plan_name").notNull(),
    currency: text("currency").notNull(),
    billedEvery: text("billed_every", { enum: ["month", "year"] }).notNull(),
    unitMinor: minor("unit_minor").notNull(),
    quantity: integer("quantity").notNull(),
    anchor: date("anchor").notNull(),
    period: integer("period").notNull(),
    periodFrom: date("period_from").notNull(),
    periodTo: date("period_to").notNull(),
    dueAt: instant("due_at").notNull(),
    cancelledAt: instant("cancelled_at"),
    nextPlanId: uuid("next_plan_id"),
    nextVersionId: uuid("next_version_id"),
    nextPlanName: text("next_plan_name"),
    nextUnitMinor: minor("next_unit_minor"),
    nextQuantity: integer("next_quantity"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    /** Its customer goes to another seller, and it ends with its period. */
    handedOver: boolean("handed_over").notNull().default(false),
    /** The day it was taken over from where it ran before; null where it was sold here (docs/decisions/027-moving-in.md). */
    takenOverOn: date("taken_over_on"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const orders = pgTable(
  "orders",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    code: text("code").notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    kind: text("kind", { enum: ["new", "change", "cancel", "reactivate"] }).notNull(),
    planName: text("plan_name").notNull(),
    quantity: integer("quantity").notNull(),
    invoiceId: uuid("invoice_id"),
    placedBy: text("placed_by").notNull(),
    placedAt: instant("placed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const commissionRates = pgTable(
  "commission_rates",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    planId: uuid("plan_id"),
    source: text("source", { enum: ["customer", "plan", "agreement", "reseller"] }).notNull(),
    rateBps: integer("rate_bps"),
    setBy: text("set_by", { enum: ["agency", "reseller"] }).notNull(),
    setAt: instant("set_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const commissions = pgTable(
  "commissions",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: smallint("position").notNull(),
    paymentId: uuid("payment_id").notNull(),
    outcome: text("outcome", { enum: ["created", "zero", "skipped"] }).notNull(),
    reason: text("reason", {
      enum: [
        ...(["rate", "rate_zero", "rounds_to_zero", "refund", "adjustment"] as const),
        ...(["own_sale", "direct", "own_plans", "no_rate", "wholesale"] as const),
      ],
    }).notNull(),
    rateId: uuid("rate_id"),
    rateSource: text("rate_source", { enum: ["customer", "plan", "agreement", "reseller"] }),
    rateBps: integer("rate_bps"),
    baseMinor: minor("base_minor").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    at: instant("at").notNull(),
    payableAt: instant("payable_at").notNull(),
    adjusts: uuid("adjusts"),
    payoutCurrency: text("payout_currency"),
    exchangeRate: decimal("exchange_rate"),
    exchangeSource: text("exchange_source"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const commissionDisputes = pgTable(
  "commission_disputes",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    invoiceId: uuid("invoice_id").notNull(),
    position: smallint("position").notNull(),
    reason: text("reason").notNull(),
    openedAt: instant("opened_at").notNull(),
    outcome: text("outcome", { enum: ["withdrawn", "stands", "adjusted"] }),
    answer: text("answer").notNull().default(""),
    settledAt: instant("settled_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const ledgerTransfers = pgTable(
  "ledger_transfers",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    bookId: uuid("book_id").notNull(),
    currency: text("currency").notNull(),
    debit: text("debit").notNull(),
    credit: text("credit").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    sourceKind: text("source_kind", { enum: ["invoice", "payment", "commission", "payout"] }).notNull(),
    sourceId: uuid("source_id").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
