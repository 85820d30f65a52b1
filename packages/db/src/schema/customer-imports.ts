import { jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { scopeColumns } from "./columns.ts";
import { importColumns, importRowColumns } from "./import-columns.ts";

export const customerImports = pgTable(
  "customer_imports",
  { ...importColumns(), ...scopeColumns() },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/** What a row was found to come to: a customer that is there or will be, and what its subscription will be first charged. */
export interface CustomerRowOutcome {
  /** The first line of the file that names the customer. */
  company: number;
  /** The customer it adds to; null where it makes one. */
  customerId: string | null;
  sellerName: string | null;
  subscription: {
    planId: string;
    versionId: string;
    planName: string;
    currency: string;
    interval: "month" | "year";
    quantity: number;
    startsOn: string;
    /** The period (or trial) that runs, which is not invoiced. */
    period: { from: string; to: string };
    trial: boolean;
    cancelled: boolean;
    /** Null where it ends with its period. In minor units, as text. */
    first: { on: string; netMinor: string; taxMinor: string; totalMinor: string } | null;
  } | null;
}

export const customerImportRows = pgTable(
  "customer_import_rows",
  {
    ...importRowColumns(),
    ...scopeColumns(),
    outcome: jsonb("outcome").$type<CustomerRowOutcome>(),
    customerId: uuid("customer_id"),
    subscriptionId: uuid("subscription_id"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.importId, table.line] })],
);
