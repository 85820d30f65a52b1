import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const meters = pgTable(
  "meters",
  {
    agencyId: agencyId(),
    key: text("key").notNull(),
    kind: text("kind", { enum: ["counter", "gauge"] }).notNull(),
    position: smallint("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.key] })],
);

export const plans = pgTable(
  "plans",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    distributorId: uuid("distributor_id").notNull().default(sql`app.agency_id()`),
    resellerId: uuid("reseller_id").notNull().default(sql`app.agency_id()`),
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    internalName: text("internal_name").notNull().default(""),
    description: text("description").notNull().default(""),
    isDefault: boolean("is_default").notNull().default(false),
    visibility: text("visibility", { enum: ["all", "chosen", "none"] })
      .notNull()
      .default("all"),
    currentVersion: integer("current_version"),
    draft: jsonb("draft"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    archivedAt: instant("archived_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const planVersions = pgTable(
  "plan_versions",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    planId: uuid("plan_id").notNull(),
    number: integer("number").notNull(),
    ...scopeColumns(),
    publishedAt: instant("published_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const planPrices = pgTable(
  "plan_prices",
  {
    agencyId: agencyId(),
    versionId: uuid("version_id").notNull(),
    currency: text("currency").notNull(),
    billedEvery: text("billed_every", { enum: ["month", "year"] }).notNull(),
    ...scopeColumns(),
    amountMinor: bigint("amount_minor", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.versionId, table.currency, table.billedEvery] })],
);

export const planMeters = pgTable(
  "plan_meters",
  {
    agencyId: agencyId(),
    versionId: uuid("version_id").notNull(),
    meter: text("meter").notNull(),
    ...scopeColumns(),
    includedUnits: bigint("included_units", { mode: "bigint" }).notNull(),
    blockUnits: bigint("block_units", { mode: "bigint" }).notNull().default(1n),
    softCapUnits: bigint("soft_cap_units", { mode: "bigint" }),
    hardCapUnits: bigint("hard_cap_units", { mode: "bigint" }),
    payer: text("payer", { enum: ["agency", "reseller", "customer"] })
      .notNull()
      .default("reseller"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.versionId, table.meter] })],
);

export const planOverages = pgTable(
  "plan_overages",
  {
    agencyId: agencyId(),
    versionId: uuid("version_id").notNull(),
    meter: text("meter").notNull(),
    currency: text("currency").notNull(),
    ...scopeColumns(),
    amountMinor: bigint("amount_minor", { mode: "bigint" }),
    costMinor: bigint("cost_minor", { mode: "bigint" }),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.versionId, table.meter, table.currency] })],
);

export const planAudiences = pgTable(
  "plan_audiences",
  { agencyId: agencyId(), planId: uuid("plan_id").notNull(), ...scopeColumns() },
  (table) => [primaryKey({ columns: [table.agencyId, table.planId, table.resellerId] })],
);

export const planMigrations = pgTable(
  "plan_migrations",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    planId: uuid("plan_id").notNull(),
    versionId: uuid("version_id").notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: ["scheduled", "done", "cancelled"] })
      .notNull()
      .default("scheduled"),
    createdAt: instant("created_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const planChanges = pgTable(
  "plan_changes",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    fromVersionId: uuid("from_version_id"),
    planId: uuid("plan_id").notNull(),
    versionId: uuid("version_id").notNull(),
    keepPrice: boolean("keep_price").notNull().default(false),
    returnUnused: boolean("return_unused").notNull().default(false),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: ["scheduled", "done", "cancelled"] })
      .notNull()
      .default("scheduled"),
    migrationId: uuid("migration_id"),
    createdAt: instant("created_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const usageReservations = pgTable(
  "usage_reservations",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    meter: varchar("meter", { length: 40 }).notNull(),
    month: date("month").notNull(),
    ...scopeColumns(),
    units: bigint("units", { mode: "bigint" }).notNull(),
    seen: bigint("seen", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.meter, table.month] })],
);
