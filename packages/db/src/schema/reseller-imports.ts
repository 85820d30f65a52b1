import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const resellerImports = pgTable(
  "reseller_imports",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    fileName: text("file_name").notNull(),
    head: text("head").array().notNull(),
    columns: jsonb("columns").$type<Record<string, number>>(),
    defaults: jsonb("defaults").$type<Record<string, string>>(),
    state: text("state", { enum: ["mapping", "checking", "checked", "creating", "finished"] })
      .notNull()
      .default("mapping"),
    total: integer("total").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/** What is wrong with a row: a field and a code, or a code alone where the verb refused it as a whole. */
export interface RowProblem {
  pointer: string;
  code: string;
  params?: Record<string, string | number>;
}

export const resellerImportRows = pgTable(
  "reseller_import_rows",
  {
    agencyId: agencyId(),
    importId: uuid("import_id").notNull(),
    line: integer("line").notNull(),
    cells: text("cells").array().notNull(),
    state: text("state", { enum: ["waiting", "ready", "wrong", "created", "failed"] })
      .notNull()
      .default("waiting"),
    problems: jsonb("problems").$type<RowProblem[]>().notNull().default([]),
    resellerId: uuid("reseller_id"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.importId, table.line] })],
);
