import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const bulkRuns = pgTable(
  "bulk_runs",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    action: text("action", { enum: ["activate", "deactivate", "change_plan"] }).notNull(),
    planId: uuid("plan_id"),
    effective: text("effective", { enum: ["now", "next_period"] }),
    keepPrice: boolean("keep_price").notNull().default(false),
    total: integer("total").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const bulkItems = pgTable(
  "bulk_items",
  {
    agencyId: agencyId(),
    runId: uuid("run_id").notNull(),
    place: integer("place").notNull(),
    accountId: uuid("account_id").notNull(),
    state: text("state", { enum: ["waiting", "done", "failed"] })
      .notNull()
      .default("waiting"),
    failure: text("failure"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.runId, table.place] })],
);
