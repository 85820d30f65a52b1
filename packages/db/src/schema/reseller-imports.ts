import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { importColumns, importRowColumns } from "./import-columns.ts";

export const resellerImports = pgTable("reseller_imports", importColumns(), (table) => [
  primaryKey({ columns: [table.agencyId, table.id] }),
]);

export const resellerImportRows = pgTable(
  "reseller_import_rows",
  { ...importRowColumns(), resellerId: uuid("reseller_id") },
  (table) => [primaryKey({ columns: [table.agencyId, table.importId, table.line] })],
);
