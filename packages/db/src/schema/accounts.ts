import {
  bigint,
  boolean,
  date,
  interval,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const agencies = pgTable("agencies", {
  agencyId: uuid("agency_id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull(),
  status: text("status", { enum: ["active", "suspended"] }).notNull(),
  mode: text("mode", { enum: ["live", "test"] }).notNull(),
  clockOffset: interval("clock_offset").notNull(),
  billingZone: text("billing_zone").notNull(),
  country: text("country").notNull(),
  isDemo: boolean("is_demo").notNull(),
  createdAt: instant("created_at").notNull(),
  statusChangedAt: instant("status_changed_at").notNull(),
  secondFactorRequired: boolean("second_factor_required").notNull(),
});

export const accounts = pgTable(
  "accounts",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["agency", "distributor", "reseller", "vendor", "customer"] }).notNull(),
    parentId: uuid("parent_id").notNull(),
    ...scopeColumns(),
    customerId: uuid("customer_id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    email: text("email"),
    search: text("search").generatedAlwaysAs("lower(name || ' ' || coalesce(email, ''))"),
    externalId: text("external_id"),
    country: text("country"),
    language: text("language").notNull().default("en"),
    status: text("status", { enum: ["active", "sales_stopped", "locked", "stopped"] })
      .notNull()
      .default("active"),
    statusChangedAt: instant("status_changed_at").notNull().defaultNow(),
    statusBy: uuid("status_by"),
    sessionsValidFrom: instant("sessions_valid_from").notNull().defaultNow(),
    activatedAt: instant("activated_at"),
    archivedAt: instant("archived_at"),
    archivedBy: uuid("archived_by"),
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const resellers = pgTable(
  "resellers",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    type: text("type", { enum: ["own_plans", "commission"] }).notNull(),
    phone: text("phone").notNull(),
    website: text("website"),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone").notNull(),
    planId: uuid("plan_id"),
    planVersionId: uuid("plan_version_id"),
    priceVersionId: uuid("price_version_id"),
    payoutCurrency: text("payout_currency"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const typeChanges = pgTable(
  "type_changes",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    fromType: text("from_type", { enum: ["own_plans", "commission"] }).notNull(),
    toType: text("to_type", { enum: ["own_plans", "commission"] }).notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: ["scheduled", "done", "cancelled"] })
      .notNull()
      .default("scheduled"),
    createdAt: instant("created_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const resellerCounts = pgTable(
  "reseller_counts",
  {
    agencyId: agencyId(),
    distributorId: uuid("distributor_id").notNull(),
    shard: smallint("shard").notNull(),
    active: bigint("active", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.distributorId, table.shard] })],
);

export const resellerDays = pgTable(
  "reseller_days",
  {
    agencyId: agencyId(),
    day: date("day").notNull(),
    distributorId: uuid("distributor_id").notNull(),
    shard: smallint("shard").notNull(),
    change: bigint("change", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.day, table.distributorId, table.shard] })],
);

export const hostnames = pgTable("hostnames", {
  host: text("host").primaryKey(),
  agencyId: agencyId(),
  accountId: uuid("account_id").notNull(),
  kind: text("kind", { enum: ["login", "base", "custom"] }).notNull(),
  state: text("state", { enum: ["active", "retired"] })
    .notNull()
    .default("active"),
  isPrimary: boolean("is_primary").notNull().default(true),
  ...scopeColumns(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const brands = pgTable(
  "brands",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    color: text("color").notNull().default("#3f4a5a"),
    supportEmail: text("support_email"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId] })],
);
