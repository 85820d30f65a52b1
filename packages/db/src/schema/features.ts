import { boolean, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const features = pgTable(
  "features",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    description: text("description").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    archivedAt: instant("archived_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const featureReleases = pgTable(
  "feature_releases",
  {
    agencyId: agencyId(),
    featureId: uuid("feature_id").notNull(),
    ...scopeColumns(),
    reach: text("reach", { enum: ["chosen", "tier", "percentage", "everyone"] })
      .notNull()
      .default("chosen"),
    types: text("types").array().notNull().default([]),
    planIds: uuid("plan_ids").array().notNull().default([]),
    percent: smallint("percent").notNull().default(0),
    withdrawnAt: instant("withdrawn_at"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.featureId, table.resellerId] })],
);

export const featureExceptions = pgTable(
  "feature_exceptions",
  {
    agencyId: agencyId(),
    featureId: uuid("feature_id").notNull(),
    ...scopeColumns(),
    accountId: uuid("account_id").notNull(),
    released: boolean("released").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.featureId, table.resellerId, table.accountId] })],
);
