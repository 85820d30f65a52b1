import { bigint, date, pgTable, primaryKey, text, uuid, varchar } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

const units = (name: string) => bigint(name, { mode: "bigint" });
const meter = () => varchar("meter", { length: 40 }).notNull();
const accountId = () => uuid("account_id").notNull();
const customerId = () => uuid("customer_id").notNull();
const source = () => varchar("source", { length: 64 });
const eventId = () => varchar("event_id", { length: 128 });

/** Partitioned by UTC day of `at`; see 0006_usage.sql for what each table is for. */
export const usageEvents = pgTable(
  "usage_events",
  {
    agencyId: agencyId(),
    source: source().notNull(),
    eventId: eventId().notNull(),
    day: date("day").notNull(),
    at: instant("at").notNull(),
    meter: meter(),
    accountId: accountId(),
    ...scopeColumns(),
    customerId: customerId(),
    quantity: units("quantity").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.source, table.eventId, table.day] })],
);

export const usageDeltas = pgTable(
  "usage_deltas",
  {
    agencyId: agencyId(),
    batchId: uuid("batch_id").notNull(),
    accountId: accountId(),
    meter: meter(),
    day: date("day").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    quantity: units("quantity").notNull(),
    at: instant("at"),
    eventId: eventId(),
    source: source(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.batchId, table.accountId, table.meter, table.day] }),
  ],
);

export const usageDays = pgTable(
  "usage_days",
  {
    agencyId: agencyId(),
    accountId: accountId(),
    meter: meter(),
    day: date("day").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    quantity: units("quantity").notNull(),
    resellerQuantity: units("reseller_quantity").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.meter, table.day] })],
);

export const usageGauges = pgTable(
  "usage_gauges",
  {
    agencyId: agencyId(),
    accountId: accountId(),
    meter: meter(),
    day: date("day").notNull(),
    at: instant("at").notNull(),
    eventId: eventId().notNull(),
    source: source().notNull(),
    quantity: units("quantity").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.meter, table.day] })],
);

export const usageFolds = pgTable("usage_folds", {
  agencyId: uuid("agency_id").primaryKey(),
  foldedAt: instant("folded_at").notNull(),
});

export const usageQuarantine = pgTable(
  "usage_quarantine",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    reason: text("reason", {
      enum: ["unknown_account", "ambiguous_account", "unknown_meter", "too_old", "too_far_ahead"],
    }).notNull(),
    source: source().notNull(),
    eventId: eventId().notNull(),
    day: date("day").notNull(),
    at: instant("at").notNull(),
    meter: meter(),
    accountId: uuid("account_id"),
    externalId: text("external_id"),
    quantity: units("quantity").notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/** Caps that resellers have come to: counters in a month, gauges as they stand. */
export const usageCaps = pgTable(
  "usage_caps",
  {
    agencyId: agencyId(),
    month: date("month").notNull(),
    cap: text("cap", { enum: ["soft", "hard"] }).notNull(),
    accountId: accountId(),
    meter: meter(),
    ...scopeColumns(),
    reachedAt: instant("reached_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.month, table.cap, table.accountId, table.meter] }),
  ],
);
