import { jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const resellerDrafts = pgTable(
  "reseller_drafts",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    fields: jsonb("fields").$type<Record<string, string>>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
