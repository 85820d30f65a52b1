import { bigint, boolean, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

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
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    description: text("description").notNull().default(""),
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const planAllowances = pgTable(
  "plan_allowances",
  {
    agencyId: agencyId(),
    planId: uuid("plan_id").notNull(),
    meter: text("meter").notNull(),
    includedUnits: bigint("included_units", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.planId, table.meter] })],
);
