import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const distributors = pgTable(
  "distributors",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    distributorId: uuid("distributor_id").notNull(),
    phone: text("phone").notNull(),
    website: text("website"),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const delegations = pgTable(
  "delegations",
  {
    agencyId: agencyId(),
    distributorId: uuid("distributor_id").notNull(),
    mayCreate: boolean("may_create").notNull(),
    mayEdit: boolean("may_edit").notNull(),
    mayArchive: boolean("may_archive").notNull(),
    stopModes: text("stop_modes", { enum: ["sales_stopped", "inactive", "stopped"] })
      .array()
      .notNull(),
    resellerTypes: text("reseller_types", { enum: ["own_plans", "commission"] })
      .array()
      .notNull(),
    maxResellers: integer("max_resellers"),
    resellers: integer("resellers").notNull().default(0),
    live: boolean("live").notNull().default(true),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.distributorId] })],
);
