import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const savedViews = pgTable(
  "saved_views",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    userId: uuid("user_id").notNull(),
    ...scopeColumns(),
    list: text("list", { enum: ["resellers"] }).notNull(),
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    question: text("question").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
