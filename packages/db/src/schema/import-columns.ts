import { integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

/** What is wrong with a row: a field and a code, or a code alone where the verb refused it as a whole. */
export interface RowProblem {
  pointer: string;
  code: string;
  params?: Record<string, string | number>;
}

/** What every file has that was taken in to create records from. */
export const importColumns = () => ({
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
});

/** What every row of such a file has. */
export const importRowColumns = () => ({
  agencyId: agencyId(),
  importId: uuid("import_id").notNull(),
  line: integer("line").notNull(),
  cells: text("cells").array().notNull(),
  state: text("state", { enum: ["waiting", "ready", "wrong", "created", "failed"] })
    .notNull()
    .default("waiting"),
  problems: jsonb("problems").$type<RowProblem[]>().notNull().default([]),
});
