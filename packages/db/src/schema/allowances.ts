import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, scopeColumns } from "./columns.ts";

/** What an account has of a meter to give for each month, and how much of it is promised. See 0039_allowances.sql. */
export const allowancePools = pgTable(
  "allowance_pools",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    meter: text("meter").notNull(),
    ...scopeColumns(),
    grantedUnits: bigint("granted_units", { mode: "bigint" }),
    shared: boolean("shared").notNull().default(false),
    ratioPercent: integer("ratio_percent").notNull().default(100),
    allocatedUnits: bigint("allocated_units", { mode: "bigint" }).notNull().default(0n),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.meter] })],
);

/** What a child may use of a meter in a month. Scope columns are the giver's. */
export const allowances = pgTable(
  "allowances",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    meter: text("meter").notNull(),
    parentId: uuid("parent_id").notNull(),
    ...scopeColumns(),
    mode: text("mode", { enum: ["guaranteed", "shared"] }).notNull(),
    units: bigint("units", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.meter] })],
);
