import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** An instant, as the database's clock saw it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes: hashes and what is encrypted. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A decimal, as text: a float would not hold it to the digit. */
export const decimal = customType<{ data: string }>({ dataType: () => "numeric(24,12)" });

/** The columns every tenant row starts with. */
export const agencyId = () => uuid("agency_id").notNull();

/** Whose subtree a row is in; the root account's id means "none" (docs/decisions/002-scopes-and-roles.md). */
export const scopeColumns = () => ({
  distributorId: uuid("distributor_id").notNull(),
  resellerId: uuid("reseller_id").notNull(),
});
